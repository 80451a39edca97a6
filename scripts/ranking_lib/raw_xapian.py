# SPDX-License-Identifier: GPL-3.0-or-later
"""What the engine alone takes for a plain query."""

import re
import time


class RawXapian:
    """An index of splitsearch, opened by Xapian's own binding.

    Only what the engine does is timed: it weighs with its defaults and returns the ten best, of
    which nothing is read. Stop words are left in, as it would.
    """

    def __init__(self, index):
        # Only here, because whoever measures without it need not have it.
        import xapian

        self.xapian = xapian
        self.database = xapian.Database(str(index))
        self.stemmer = xapian.Stem("english")

    def milliseconds(self, query, operator):
        """`operator` is "or" or "phrase"."""
        terms = [self.stemmer(word.lower()) for word in re.findall(r"\w+", query)]
        if operator == "phrase":
            asked = self.xapian.Query(self.xapian.Query.OP_PHRASE, terms, len(terms))
        else:
            asked = self.xapian.Query(self.xapian.Query.OP_OR, terms)
        start = time.perf_counter()
        enquire = self.xapian.Enquire(self.database)
        enquire.set_query(asked)
        enquire.get_mset(0, 10)
        return (time.perf_counter() - start) * 1000

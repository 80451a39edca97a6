# SPDX-License-Identifier: GPL-3.0-or-later
"""What a citation has to say, and how it is compared."""

import math
import re
import unicodedata

# White_Space of Unicode, and controls: what a line has one blank for.
BLANK = re.compile("[\\s\x00-\x1f\x7f-\x9f]+")


def one_line(text):
    """The text with one blank for each run of white space and controls."""
    return BLANK.sub(" ", text).strip(" ")


def title(expected):
    """The title, or the document's place."""
    return one_line(expected.get("title") or "") or one_line(f"{expected['folder']}/{expected['path']}")


def authors(expected):
    """The authors that have a name."""
    return [one_line(name) for name in expected["authors"] if one_line(name)]


def references(expected):
    """The entries, each once."""
    known = []
    for entry in expected["references"]:
        if entry not in known:
            known.append(entry)
    return known


def stamp(expected):
    """What proves the quotation; empty if nothing is known."""
    parts = []
    if expected.get("day"):
        parts.append(f"cited {expected['day']}")
    if expected.get("digest"):
        parts.append(expected["digest"])
    if expected.get("lookalike") is not None:
        parts.append(f"look-alike {math.ceil(expected['lookalike'] * 100 - 1e-6) / 100:.2f}")
    return "; ".join(parts)


def anchor_faults(anchor, expected):
    """Whether an anchor leads where it should, with words where it has to have some."""
    plain, _, directive = anchor.partition(":~:")
    plain = plain.removesuffix("#")
    if plain != expected["anchor"]:
        yield f"anchor {anchor!r}, not {expected['anchor']!r}"
    if expected["text"].strip():
        if not directive.startswith("text="):
            yield f"no words in {anchor!r}"


def difference(name, actual, wanted):
    """A fault if two texts are not the same."""
    if actual != wanted:
        start = next(
            (i for i, (a, b) in enumerate(zip(actual, wanted)) if a != b), min(len(actual), len(wanted))
        )
        near = slice(max(0, start - 10), start + 30)
        yield f"{name} at {start}: {actual[near]!r}, not {wanted[near]!r}"


def is_hostile_to_parsers(text):
    """Whether it has characters that HTML and other parsers have no place for."""
    return any(
        unicodedata.category(c) == "Cc" and c not in "\t\n" or ord(c) & 0xFFFE == 0xFFFE for c in text
    )

# SPDX-License-Identifier: GPL-3.0-or-later
"""scripts/bench ranking."""

import contextlib
import pathlib
import sys
import time

from service_lib.outcome import Miss, say, trial_folder

from . import agreement, page, tables
from .comparison import compare
from .corpus import Corpus
from .sets import COLLECTIONS


def run(programs, arguments):
    """Measures, prints the tables, and returns the exit status."""
    names = arguments.names or COLLECTIONS
    results = []
    for collection in map(COLLECTIONS.get, names):
        if missing := collection.missing():
            if arguments.write:
                raise Miss(f"{collection.name} cannot be measured: there is no {missing}")
            _tell(f"SKIPPED: {collection.name}: there is no {missing}")
            continue
        with folder_of(arguments, collection.name) as folder:
            corpus = Corpus(programs, collection, folder)
            corpus.build()
            indexed = f"{corpus.seconds:.0f} s" if corpus.seconds else "it was there"
            _tell(f"{collection.name}: indexed ({indexed})")
            start = time.monotonic()
            count, found = compare(programs, corpus, arguments.half, not arguments.no_baselines)
        _tell(f"{collection.name}: {count:,} passages, asked ({time.monotonic() - start:.0f} s)")
        for result in found:
            agreement.check(result)
            scores = (f"{name} {result.score(name):.4f}" for name in result.rankings)
            _tell(f"{result.label}: {', '.join(scores)}")
        results += found
    text = tables.ndcg(results) + "\n\n" + tables.others(results)
    # How long it took depends on what else the machine did, so it is told and not written.
    say(text + "\n\n" + tables.times(results))
    if arguments.write:
        page.write("ranking", text)
    misses = [miss for result in results for miss in result.misses(arguments.half)]
    for miss in misses:
        _tell(f"MISS: {miss}")
    return 1 if misses else 0


@contextlib.contextmanager
def folder_of(arguments, name):
    """Where the index of a collection lies: where it is to be kept, or in a folder that goes."""
    if arguments.index_dir:
        yield pathlib.Path(arguments.index_dir) / name
    else:
        with trial_folder("ranking") as folder:
            yield folder / name


def _tell(line):
    # Standard output is for the tables alone.
    print(line, file=sys.stderr, flush=True)

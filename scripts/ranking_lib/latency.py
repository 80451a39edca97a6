# SPDX-License-Identifier: GPL-3.0-or-later
"""scripts/bench latency: how long queries of each kind take."""

import dataclasses
import json
import random
import statistics
import time

from service_lib.outcome import Miss, say
from service_lib.programs import Batch

from . import page, raw_xapian
from .corpus import Corpus
from .query_kinds import KINDS
from .ranking import folder_of
from .sets import SETS, Collection
from .tables import table

_COLLECTION = Collection("bulk-sample", (SETS["bulk-sample"],), ())
_DRAWN_FROM = 20_000


@dataclasses.dataclass(frozen=True, slots=True)
class _Source:
    """A passage, as far as queries are drawn from it."""

    text: str
    headings: list
    title: str
    authors: list
    folder: str
    path: str
    media_type: str
    references: list


def run(programs, arguments):
    """Measures and prints the table; there is nothing to miss."""
    if missing := _COLLECTION.missing():
        say(f"SKIPPED: latency: there is no {missing}")
        return 0
    with folder_of(arguments, _COLLECTION.name) as folder:
        corpus = Corpus(programs, _COLLECTION, folder)
        corpus.build()
        chance = random.Random(arguments.seed)
        sources, count = _draw(corpus, chance)
        raw = None if arguments.no_baselines else raw_xapian.RawXapian(corpus.index)
        rows = []
        for kind in KINDS:
            queries = _queries(kind, sources, arguments.count, chance)
            rows.append(_row(kind, queries, _answer(programs, corpus, kind, queries), raw))
    head = ["kind", "queries", "matches", "p50", "p99", "Xapian p50", "p99"]
    text = f"Milliseconds, {count:,} passages; matches are the median.\n\n" + table(head, rows)
    say(text)
    if arguments.write:
        page.write("latency", text)
    return 0


def _draw(corpus, chance):
    """Passages drawn at random, in random order, and the number of all."""
    sources, count = [], 0
    for document, passage in corpus.export():
        count += 1
        place = len(sources) if len(sources) < _DRAWN_FROM else chance.randrange(count)
        if place >= _DRAWN_FROM:
            continue
        source = _Source(
            passage["text"],
            passage["headings"],
            document["title"] or "",
            document["authors"],
            document["folder"],
            document["path"],
            document["mediaType"],
            [each["text"] for each in document["references"]],
        )
        sources[place : place + 1] = [source]
    chance.shuffle(sources)
    return sources, count


def _queries(kind, sources, count, chance):
    queries = []
    for source in sources:
        query = kind.draw(source, chance)
        # Where a query is a line, a text may not break it.
        if query and not any(c in query for c in "\t\n\r"):
            queries.append(query)
        if len(queries) == count:
            break
    return queries


def _answer(programs, corpus, kind, queries):
    """Milliseconds and matches of each query, or None if this version cannot be asked so."""
    milliseconds, matches = [], []
    with Batch(programs, corpus.index, options=kind.options) as batch:
        for number, query in enumerate(queries):
            try:
                start = time.perf_counter()
                line = batch.line(query)
                milliseconds.append((time.perf_counter() - start) * 1000)
            except Miss:
                if kind.options and not number:
                    return None
                raise
            answer = json.loads(line)
            if "error" in answer:
                raise Miss(f"{kind.name}: {query}: {answer['error']['message']}")
            matches.append(answer["matches"]["estimated"])
    return milliseconds, matches


def _row(kind, queries, answered, raw):
    row = [kind.name, len(queries)]
    if not queries or not answered:
        return row + ["–"] * 5
    milliseconds, matches = answered
    row += [f"{statistics.median(matches):,.0f}", *_percentiles(milliseconds)]
    if not raw or not kind.plain:
        return row + ["–", "–"]
    return row + _percentiles([raw.milliseconds(query, kind.plain) for query in queries])


def _percentiles(values):
    ordered = sorted(values)
    return [f"{ordered[min(len(ordered) - 1, len(ordered) * p // 100)]:.2f}" for p in (50, 99)]

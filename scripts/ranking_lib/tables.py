# SPDX-License-Identifier: GPL-3.0-or-later
"""The results as Markdown."""

from .comparison import BASELINES
from .measures import MRR, NDCG, recall
from .result import OURS

NAMES = [OURS, *(each.NAME for each in BASELINES)]


def table(head, rows):
    """A table of Markdown, its columns aligned: the first to the left, the others to the right."""
    widths = [max(len(str(row[column])) for row in [head, *rows]) for column in range(len(head))]

    def line(cells):
        first, *others = [str(cell) for cell in cells]
        padded = [cell.rjust(width) for cell, width in zip(others, widths[1:])]
        return "| " + " | ".join([first.ljust(widths[0]), *padded]) + " |"

    rule = "|" + "|".join(["-" * (widths[0] + 2), *("-" * (w + 1) + ":" for w in widths[1:])]) + "|"
    return "\n".join([line(head), rule, *map(line, rows)])


def ndcg(results):
    """nDCG@10 of all programs; of ours both halves besides."""
    head = [NDCG, "questions", OURS, "tune", "held", *NAMES[1:], "ahead by", "floor"]
    return table(head, [_ndcg_row(result) for result in results])


def _ndcg_row(result):
    baselines = [result.score(name) for name in NAMES[1:]]
    better = max((score for score in baselines if score is not None), default=None)
    ours = result.score(OURS)
    return [
        result.label,
        f"{result.question_count:,}",
        _number(ours, 4),
        *(_number(result.score(OURS, part=part), 4) for part in ("tune", "held")),
        *(_number(score, 4) for score in baselines),
        "" if better is None else f"{ours - better:+.4f}",
        _number(result.floor),
    ]


def others(results):
    """The other measures, of all programs: ours / Xapian / Lucene."""
    measures = [MRR, recall(1), recall(5), recall(100)]
    rows = [
        [result.label, *(" / ".join(_number(result.score(n, m)) for n in NAMES) for m in measures)]
        for result in results
    ]
    return table([" / ".join(NAMES), *measures], rows)


def times(results):
    """How long the client took to answer."""
    rows = [
        [result.label, f"{result.seconds:.1f}", f"{result.question_count / result.seconds:.0f}"]
        for result in results
    ]
    return table(["100 hits as JSON", "seconds", "questions a second"], rows)


def _number(score, digits=3):
    return "–" if score is None else f"{score:.{digits}f}"

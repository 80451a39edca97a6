# SPDX-License-Identifier: GPL-3.0-or-later
"""How good a ranking is. Documentation/ranking.md says what each measure means."""

import math

NDCG, MRR = "nDCG@10", "MRR@10"
DEPTHS = (1, 5, 10, 100)


def recall(depth):
    return f"recall@{depth}"


def judge(judgements, ranking):
    """The measures of one question, whose ranking is a list of file and paragraph.

    A paragraph that comes twice counts once; where whole documents are judged, so does a document.
    """
    whole = any(paragraph == 0 for _, paragraph in judgements)
    places = dict.fromkeys((file, 0 if whole else paragraph) for file, paragraph in ranking)
    gains = [judgements.get(place, 0) for place in places]
    ideal = sorted((gain for gain in judgements.values() if gain > 0), reverse=True)
    first = next((rank for rank, gain in enumerate(gains[:10], 1) if gain > 0), None)
    found = {NDCG: _discounted(gains) / _discounted(ideal), MRR: 1 / first if first else 0.0}
    for depth in DEPTHS:
        found[recall(depth)] = sum(gain > 0 for gain in gains[:depth]) / len(ideal)
    return found


def mean(judged, measure):
    """The mean over questions; None of no questions."""
    return sum(each[measure] for each in judged) / len(judged) if judged else None


def _discounted(gains):
    """The discounted cumulative gain of the first ten."""
    return sum((2**gain - 1) / math.log2(rank + 1) for rank, gain in enumerate(gains[:10], 1))

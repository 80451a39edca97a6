# SPDX-License-Identifier: GPL-3.0-or-later
"""scripts/bench unanswerable: do weights tell that nothing answers a question?"""

from service_lib.outcome import say

from . import page
from .client_run import answers
from .corpus import Corpus
from .ranking import folder_of
from .sets import COLLECTIONS, lines
from .tables import table

_SHARES = (5, 25, 50, 75, 95)


def run(programs, arguments):
    """Measures and prints the table; there is no threshold to miss."""
    collection = COLLECTIONS["squad-dev"]
    asked = collection.asked[0]
    unanswerable = {qid: text for qid, text, *_ in lines(asked.folder / "unanswerable.tsv")}
    with folder_of(arguments, collection.name) as folder:
        corpus = Corpus(programs, collection, folder)
        corpus.build()
        found = [
            [_measures(answer) for answer in answers(programs, corpus.index, questions, limit=2)]
            for questions in (asked.questions(), unanswerable)
        ]
    head = ["", "questions", *(f"{share} %" for share in _SHARES), "AUC"]
    rows = []
    for number, name in enumerate(_NAMES):
        good, bad = ([measures[number] for measures in each] for each in found)
        rows.append(_row(f"{name}: answerable", good) + [f"{_area(good, bad):.3f}"])
        rows.append(_row(f"{name}: unanswerable", bad) + [""])
    text = table(head, rows)
    say(text)
    if arguments.write:
        page.write("unanswerable", text)
    return 0


_NAMES = ("weight", "weight / words", "weight / second weight")


def _measures(answer):
    """What might tell, of an answer: the higher, the more likely something answers."""
    weights = [hit["weight"] for hit in answer["hits"]] or [0.0]
    words = len(set(answer["query"].lower().split()))
    second = weights[1] if len(weights) > 1 else 0.0
    return weights[0], weights[0] / words, weights[0] / second if second else 1.0


def _row(name, values):
    ordered = sorted(values)
    quantiles = [ordered[min(len(ordered) - 1, len(ordered) * share // 100)] for share in _SHARES]
    return [name, f"{len(values):,}", *(f"{each:.2f}" for each in quantiles)]


def _area(good, bad):
    """The area under the ROC curve.

    It is how likely one of the good is above one of the bad, both drawn at random; equals count
    half.
    """
    ordered = sorted([(value, 1) for value in good] + [(value, 0) for value in bad])
    ahead, below, place = 0.0, 0, 0
    while place < len(ordered):
        end = place
        while end < len(ordered) and ordered[end][0] == ordered[place][0]:
            end += 1
        equals = sum(is_good for _, is_good in ordered[place:end])
        bads = end - place - equals
        ahead += equals * (below + bads / 2)
        below += bads
        place = end
    return ahead / (len(good) * len(bad))

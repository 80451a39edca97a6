# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the questions of a collection, of the client and of both baselines."""

import concurrent.futures
import multiprocessing

from . import client_run, lucene_formula, xapian_defaults
from .result import OURS, Result
from .sets import half

BASELINES = (xapian_defaults, lucene_formula)


def compare(programs, corpus, part, with_baselines):
    """How many passages there are, and the results of all sets whose questions are asked.

    `part` is the half of the questions that is asked, or None for all.
    """
    passages = corpus.passages()
    results = []
    for asked in corpus.collection.asked:
        questions = _questions(asked, part)
        found, seconds = client_run.run(programs, corpus, passages, questions)
        rankings = {OURS: {qid: _places(asked, hits) for qid, hits in found.items()}}
        results.append(Result(corpus.collection, asked, rankings, seconds))
    if with_baselines:
        _add_baselines(results, list(passages.values()), part)
    return len(passages), results


def _add_baselines(results, passages, part):
    """Each ranks the questions of all sets, both side by side."""
    language = results[0].collection.language
    questions = {
        (result.asked.name, qid): text
        for result in results
        for qid, text in _questions(result.asked, part).items()
    }
    # Forked, so that they have the passages without a copy.
    context = multiprocessing.get_context("fork")
    _shared.append((passages, language, questions))
    with concurrent.futures.ProcessPoolExecutor(len(BASELINES), context) as pool:
        found = list(pool.map(_rank, range(len(BASELINES))))
    _shared.pop()
    for baseline, rankings in zip(BASELINES, found):
        for result in results:
            result.rankings[baseline.NAME] = {
                qid: _places(result.asked, [passages[n] for n in rankings[result.asked.name, qid]])
                for qid in result.rankings[OURS]
            }


_shared = []


def _rank(number):
    return BASELINES[number].rank(*_shared[-1], client_run.LIMIT)


def _questions(asked, part):
    return {qid: text for qid, text in asked.questions().items() if part in (None, half(qid))}


def _places(asked, passages):
    """The files and paragraphs that passages are judged by, without those of a twin.

    What is of another set answers nothing here.
    """
    return [
        (each.file if each.set == asked.name else f"{each.set}/{each.file}", each.paragraph)
        for each in passages
        if each.set != asked.twin
    ]

# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the data come with a program that scores, ours must come to the same."""

import importlib.util

from service_lib.outcome import Miss
from service_lib.programs import SCRIPTS

from .measures import DEPTHS, MRR, NDCG, recall

_TOOL = SCRIPTS.parent.parent / "shared" / "tools" / "evaluate.py"


def check(result):
    """Compares all measures of all programs with those of the other program, if it is there."""
    if not _TOOL.is_file():
        return
    tool = _load()
    for program, rankings in result.rankings.items():
        judgements = result.asked.judgements()
        theirs = tool.metrics({qid: judgements[qid] for qid in rankings}, rankings)
        for measure in (NDCG, MRR, *map(recall, DEPTHS)):
            # It rounds to four digits.
            if abs(theirs[measure] - result.score(program, measure)) > 0.000051:
                raise Miss(
                    f"{result.label}, {program}: {measure} is {result.score(program, measure):.5f},"
                    f" but {_TOOL.name} says {theirs[measure]}"
                )


def _load():
    specification = importlib.util.spec_from_file_location("evaluate", _TOOL)
    tool = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(tool)
    return tool

# SPDX-License-Identifier: GPL-3.0-or-later
"""What came of the questions of one set in one index."""

import dataclasses
import functools

from .measures import NDCG, judge, mean
from .sets import half

OURS = "splitsearch"


@dataclasses.dataclass
class Result:
    """`rankings` holds, by the name of the program and by question, lists of file and paragraph."""

    collection: object
    asked: object
    rankings: dict
    seconds: float

    @property
    def label(self):
        return self.collection.label(self.asked)

    @property
    def question_count(self):
        return len(self.rankings[OURS])

    @property
    def baselines(self):
        return [program for program in self.rankings if program != OURS]

    @property
    def floor(self):
        return self.collection.floors.get(self.asked.name)

    @functools.cached_property
    def judged(self):
        """The measures of each question, by program."""
        judgements = self.asked.judgements()
        return {
            program: {qid: judge(judgements[qid], ranking) for qid, ranking in found.items()}
            for program, found in self.rankings.items()
        }

    def score(self, program, measure=NDCG, part=None):
        """The mean over the questions of a half, or over all; None where there are none."""
        judged = self.judged.get(program, {})
        return mean([m for qid, m in judged.items() if part in (None, half(qid))], measure)

    def misses(self, part):
        """In what it falls short, a sentence each. Floors are meant for all questions."""
        ours = self.score(OURS)
        for baseline in self.baselines:
            if ours < self.score(baseline):
                yield f"{self.label}: {ours:.4f} is below {baseline}, {self.score(baseline):.4f}"
        if not part and self.floor and ours < self.floor:
            yield f"{self.label}: {ours:.4f} is below its floor, {self.floor:.3f}"

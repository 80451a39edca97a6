# SPDX-License-Identifier: GPL-3.0-or-later
"""Which sets of documents and questions there are, and which of them stand in one index."""

import dataclasses
import functools
import hashlib
import os
import pathlib

from service_lib.programs import SCRIPTS

DATA = pathlib.Path(os.environ.get("SPLITSEARCH_DATA") or SCRIPTS.parent / ".build" / "data")


@dataclasses.dataclass(frozen=True)
class TestSet:
    """A folder of documents, most often with questions and with judgements of what answers them.

    `language` is that of the questions. `twin` names a set of the same paragraphs: in an index of
    both, neither is an answer to the other's questions nor a wrong one.
    """

    name: str
    language: str = "en"
    documents: str = "docs"
    twin: str | None = None

    @property
    def folder(self):
        return DATA / self.name

    @property
    def path(self):
        return self.folder / self.documents

    @functools.cache
    def questions(self):
        """The questions that are judged: their names and texts."""
        judged = self.judgements()
        asked = lines(self.folder / "queries.tsv")
        return {qid: text for qid, text in asked if qid in judged}

    @functools.cache
    def judgements(self):
        """Of each question the relevance of what answers it, by file and paragraph.

        Paragraph 0 is the whole document. Questions that nothing answers are left out.
        """
        judged = {}
        for qid, file, paragraph, relevance in lines(self.folder / "qrels.tsv"):
            judged.setdefault(qid, {})[file, int(paragraph)] = int(relevance)
        return {qid: found for qid, found in judged.items() if any(r > 0 for r in found.values())}


@dataclasses.dataclass(frozen=True)
class Collection:
    """Sets that are indexed together, and those of them whose questions are asked.

    A floor is what nDCG@10 must reach in any case, by the name of the set.
    """

    name: str
    sets: tuple
    asked: tuple
    floors: dict = dataclasses.field(default_factory=dict, hash=False)

    @property
    def language(self):
        """The language of the questions: all of them have the same."""
        return self.asked[0].language

    def missing(self):
        """A folder of documents that it takes and that is not there, or None."""
        return next((each.path for each in self.sets if not each.path.is_dir()), None)

    def label(self, asked):
        return asked.name if self.name == asked.name else f"{asked.name} in {self.name}"


def half(qid):
    """Which half a question belongs to: settings are tuned on one, the other is held back.

    The same question has the same name in every language, so it is in the same half, too.
    """
    return "held" if hashlib.sha256(qid.encode()).digest()[-1] & 1 else "tune"


def lines(path):
    """The fields of each line of a file of tab-separated values."""
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


SETS = {
    each.name: each
    for each in [
        TestSet("squad-dev", twin="xquad-en-dev"),
        TestSet("cranfield"),
        TestSet("cacm"),
        TestSet("chunkeval-dev"),
        TestSet("cmrc2018-dev", language="zh"),
        TestSet("xquad-en-dev", twin="squad-dev"),
        TestSet("xquad-ru-dev", language="ru"),
        TestSet("xquad-zh-dev", language="zh"),
        TestSet("xquad-de-dev", language="de"),
        TestSet("xquad-es-dev", language="es"),
        TestSet("enwiki"),
        TestSet("bulk-sample", documents=""),
    ]
}

_FLOORS = {"squad-dev": 0.905, "cranfield": 0.350, "cacm": 0.515}
_ENGLISH = ("squad-dev", "xquad-en-dev", "cranfield", "cacm", "chunkeval-dev")


def _collection(name, sets, asked, **floors):
    return Collection(
        name,
        tuple(SETS[each] for each in sets),
        tuple(SETS[each] for each in asked),
        {each.replace("_", "-"): floor for each, floor in floors.items()},
    )


COLLECTIONS = {
    each.name: each
    for each in [
        *(
            Collection(name, (found,), (found,), {name: _FLOORS[name]} if name in _FLOORS else {})
            for name, found in SETS.items()
            if name not in ("enwiki", "bulk-sample")
        ),
        _collection("squad-dev+enwiki", ("squad-dev", "enwiki"), ("squad-dev",), squad_dev=0.878),
        _collection("english", (*_ENGLISH, "enwiki", "bulk-sample"), _ENGLISH),
    ]
}

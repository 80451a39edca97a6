# SPDX-License-Identifier: GPL-3.0-or-later
"""The real client answers all questions of a set."""

import json
import subprocess
import tempfile
import time

from service_lib.outcome import Miss
from service_lib.programs import environment

LIMIT = 100


def answers(programs, index, questions, limit=LIMIT, options=()):
    """What `splitsearch batch` prints for each question, as the JSON says it."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".tsv") as file:
        file.writelines(f"{qid}\t{text}\n" for qid, text in questions.items())
        file.flush()
        command = [programs.client, "batch", "--limit", str(limit), "--index", str(index)]
        batch = subprocess.Popen(
            [*command, *options, file.name], stdout=subprocess.PIPE, env=environment()
        )
        with batch:
            for line in batch.stdout:
                answer = json.loads(line)
                if "error" in answer:
                    raise Miss(f"the question {answer.get('qid')}: {answer['error']['message']}")
                yield answer
    if batch.returncode not in (0, 1):
        raise Miss(f"splitsearch batch ended with status {batch.returncode}")


def run(programs, corpus, passages, questions):
    """The ranking of each question, as passages, and how many seconds all of them took."""
    start = time.monotonic()
    rankings = {}
    for answer in answers(programs, corpus.index, questions):
        rankings[answer["qid"]] = [passages[_place(hit)] for hit in answer["hits"]]
    return rankings, time.monotonic() - start


def _place(hit):
    document = hit["document"]
    return document["folder"], document["path"], hit["passage"]["ordinal"]

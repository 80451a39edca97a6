# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of documents, an index, a service and a client, and whether they agree."""

import filecmp
import itertools
import os
import pathlib
import shutil
import time

from .daemon import Daemon
from .outcome import Miss, remove
from .programs import Client, ClientFailed
from .words import unique


class Desk:
    def __init__(self, programs, folder, random, documents=None, index=None):
        self.programs = programs
        self.folder = pathlib.Path(folder)
        self.random = random
        self.documents = documents or self.folder / "documents"
        self.index = index or self.folder / "index"
        self.documents.mkdir(parents=True, exist_ok=True)
        self.client = Client(programs, self.index)

    @property
    def source(self):
        """The options that name the documents."""
        return ["--documents", self.documents]

    def daemon(self, wrapper=(), **variables):
        return Daemon(
            self.programs, self.source, self.index, self.folder, wrapper, variables
        )

    def write(self, name, text):
        path = self.documents / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def mark(self, name="marker.txt"):
        """Writes a marker, a file with a word of its own, and returns the word."""
        word = unique(self.random)
        if (self.documents / name).is_dir():
            # The workload puts folders in the place of files.
            shutil.rmtree(self.documents / name)
        self.write(name, f"The marker {word} stands here.\n")
        return word

    def wait_until_seen(self, word, daemon, timeout=600, may_fail=False):
        """Until the client finds `word`; returns the revision that it was found in.

        With `may_fail` there may be no index for a while.
        """
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            daemon.must_live()
            try:
                answer = self.client.ask(word, 1)
                if answer["hits"]:
                    return answer["index"]["revision"]
            except ClientFailed:
                if not may_fail:
                    raise
            time.sleep(0.02)
        raise Miss(f"“{word}” is not found within {timeout} s: {daemon.tail()}")

    def catch_up(self, daemon, name="marker.txt", timeout=600, may_fail=False):
        """Until the service has taken in all that was done so far."""
        revision = self.wait_until_seen(self.mark(name), daemon, timeout, may_fail)
        daemon.wait_until_caught_up(revision, timeout)

    def check(self):
        self.programs.run_daemon("check", "--index", self.index)

    def export(self, index, name):
        path = self.folder / name
        path.write_text(
            self.programs.run_daemon("export", "--index", index), encoding="utf-8"
        )
        return path

    def compare(self):
        """Demands that the index be sound and hold what one holds that is made anew now."""
        self.check()
        kept = self.export(self.index, "kept.jsonl")
        fresh = self.folder / "fresh"
        remove(fresh)
        self.programs.run_daemon("--once", *self.source, "--index", fresh)
        expected = self.export(fresh, "fresh.jsonl")
        if not filecmp.cmp(kept, expected, shallow=False):
            raise Miss(difference(kept, expected))
        remove(fresh)
        with open(expected, encoding="utf-8") as lines:
            count = sum(1 for _ in lines)
        for path in (kept, expected):
            path.unlink()
        return count


def difference(kept, expected):
    """The first lines that differ, with the names of the files they stand in."""
    with open(kept, encoding="utf-8") as first, open(expected, encoding="utf-8") as second:
        pairs = enumerate(itertools.zip_longest(first, second, fillvalue="(nothing)"), 1)
        for number, (left, right) in pairs:
            if left != right:
                return (
                    f"the exports differ from line {number} on:\n"
                    f"  {os.path.basename(kept)}: {left.strip()[:400]}\n"
                    f"  {os.path.basename(expected)}: {right.strip()[:400]}"
                )
    return "the exports differ"

# SPDX-License-Identifier: GPL-3.0-or-later
"""An index of a collection, and the passages that stand in it."""

import dataclasses
import hashlib
import json
import pathlib
import subprocess
import time

from service_lib.outcome import Miss, remove
from service_lib.programs import environment

from .paragraphs import ordinal
from .sets import SETS


@dataclasses.dataclass(frozen=True, slots=True)
class IndexedPassage:
    """A passage as the baselines index it, and the paragraph that it counts as."""

    set: str
    file: str
    paragraph: int
    title: str
    text: str


class Corpus:
    """The index of a collection in a folder of its own, made by the real service."""

    def __init__(self, programs, collection, folder):
        self.programs = programs
        self.collection = collection
        self.folder = pathlib.Path(folder)
        self.index = self.folder / "index"
        self.seconds = None
        """How long it took to index it, or None if the index was there."""

    def build(self):
        """Makes the index, unless the same program has made it of these sets before."""
        with open(self.programs.daemon, "rb") as daemon:
            maker = hashlib.file_digest(daemon, "sha256").hexdigest()
        mark = self.folder / "made-by"
        if mark.is_file() and mark.read_text() == maker:
            return
        remove(self.folder)
        self.folder.mkdir(parents=True)
        configuration = self.folder / "config.toml"
        configuration.write_text(
            "".join(
                f"[[folder]]\npath = {json.dumps(str(each.path.resolve()))}\n"
                f"name = {json.dumps(each.name)}\n"
                for each in self.collection.sets
            )
        )
        start = time.monotonic()
        self.programs.run_daemon("--once", "--config", configuration, "--index", self.index)
        self.seconds = time.monotonic() - start
        mark.write_text(maker)

    def export(self):
        """All passages that the index holds, each with its document, as the JSON says it."""
        export = subprocess.Popen(
            [self.programs.daemon, "export", "--index", str(self.index)],
            stdout=subprocess.PIPE,
            env=environment(),
        )
        document = None
        with export:
            for line in export.stdout:
                line = json.loads(line)
                if "passage" in line:
                    yield document, line["passage"]
                else:
                    document = line["document"]
        if export.returncode != 0:
            raise Miss(f"splitsearchd export ended with status {export.returncode}")

    def passages(self):
        """All passages, by folder, path and ordinal."""
        judged = {each.name for each in self.collection.asked}
        found = {}
        for document, passage in self.export():
            name, file, place = document["folder"], document["path"], passage["ordinal"]
            # Where nothing is judged, each passage is a paragraph of its own.
            paragraph = (
                ordinal(SETS[name].path / file, *passage["range"]["characters"])
                if name in judged
                else place
            )
            found[name, file, place] = IndexedPassage(
                name, file, paragraph, document["title"] or "", passage["text"]
            )
        return found

# SPDX-License-Identifier: GPL-3.0-or-later
"""Files with a word of their own each: what a client has seen must not be lost again."""

import time

from .outcome import Miss
from .programs import Batch
from .words import unique


class Markers:
    """Makes, changes and deletes markers, and remembers which of it the client saw."""

    def __init__(self, desk, chance, count=40):
        self.desk, self.chance, self.count = desk, chance, count
        self.number = 0
        # By file name: what is written and not yet seen; what was seen and stands unchanged.
        self.pending, self.seen = {}, {}
        # Words that were seen and then seen to be gone.
        self.gone = set()
        self.leaving = set()

    def run_for(self, seconds):
        end = time.monotonic() + seconds
        with Batch(self.desk.programs, self.desk.index, limit=1) as batch:
            while time.monotonic() < end:
                self._change()
                pause = time.monotonic() + self.chance.uniform(0.02, 0.12)
                while time.monotonic() < pause:
                    self._look(batch)
                    time.sleep(0.01)

    def _change(self):
        kind = self.chance.random()
        names = sorted(self.seen)
        if names and (kind < 0.15 or len(names) > self.count):
            name = self.chance.choice(names)
            self.leaving.add(self.seen.pop(name))
            (self.desk.documents / "markers" / name).unlink()
            return
        if names and kind < 0.4:
            name = self.chance.choice(names)
            self.leaving.add(self.seen.pop(name))
        else:
            self.number += 1
            name = f"{self.number}.txt"
        word = unique(self.chance)
        self.pending[name] = word
        self.desk.write(f"markers/{name}", f"The marker {word} stands here.\n")

    def _look(self, batch):
        for name, word in list(self.pending.items()):
            if batch.ask(word)["hits"]:
                self.seen[name] = self.pending.pop(name)
        for word in list(self.leaving):
            if not batch.ask(word)["hits"]:
                self.leaving.discard(word)
                self.gone.add(word)

    def must_hold(self, when):
        """All that was seen is seen, and what was seen to be gone is gone."""
        with Batch(self.desk.programs, self.desk.index, limit=1) as batch:
            for name, word in self.seen.items():
                if not batch.ask(word)["hits"]:
                    raise Miss(f"{when}: the marker “{word}” of {name} is lost, which was seen")
            for word in sorted(self.gone)[-100:]:
                if batch.ask(word)["hits"]:
                    raise Miss(f"{when}: the marker “{word}” is back, which was seen to be gone")

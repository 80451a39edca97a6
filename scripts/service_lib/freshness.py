# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon a client finds what was just saved."""

import os
import time

from . import library, words
from .outcome import Miss, say, trial_folder

LIMIT = 0.25
KINDS = ("created", "changed", "renamed", "deleted")


def run(programs, chance, files, passages):
    with trial_folder("freshness") as folder:
        desk = library.make(programs, folder, chance, passages)
        (desk.documents / "notes").mkdir()
        with desk.daemon() as daemon:
            daemon.wait_until_watching()
            desk.catch_up(daemon)
            say(f"one call of the client: {_call(desk):.1f} ms (p50), part of all times below")
            times = _measure(desk, daemon, chance, files)
            for kind in KINDS:
                _print(kind, times[kind])
            renames_cost = _renames(desk, daemon, chance, min(files, 50))
            daemon.stop()
    late = [kind for kind in KINDS if quantile(times[kind], 0.95) > LIMIT]
    if late:
        raise Miss(f"found later than after {LIMIT * 1000:.0f} ms (p95): {', '.join(late)}")
    if renames_cost:
        raise Miss(f"renames cost more than a name: {renames_cost}")


def quantile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def _print(kind, values):
    parts = [("p50", 0.5), ("p95", 0.95), ("p99", 0.99), ("max", 1)]
    text = ", ".join(f"{name} {quantile(values, share) * 1000:.0f} ms" for name, share in parts)
    say(f"{kind:8} {len(values)}×: {text}")


def _call(desk):
    times = []
    for _ in range(50):
        start = time.monotonic()
        desk.client.ask("zqnothing", 1)
        times.append(time.monotonic() - start)
    return quantile(times, 0.5) * 1000


class _Note:
    """A small file through its life."""

    def __init__(self, desk, number, chance):
        self.desk, self.chance = desk, chance
        self.path = desk.documents / "notes" / f"{number}.txt"
        self.word = None
        self.life = list(KINDS)

    def step(self):
        """Does the next thing of its life; returns its kind, when it was done, and how it shows."""
        kind = self.life.pop(0)
        if kind in ("created", "changed"):
            self.word = words.unique(self.chance)
            text = f"The note {self.word}. {words.paragraphs(self.chance, 2)}\n"
            with open(self.path, "w", encoding="utf-8") as file:
                file.write(text)
        elif kind == "renamed":
            old, self.path = self.path, self.path.with_name(f"renamed {self.path.name}")
            os.rename(old, self.path)
        else:
            os.unlink(self.path)
        return kind, time.monotonic(), self._shows(kind)

    def _shows(self, kind):
        path = str(self.path.relative_to(self.desk.documents))

        def shows():
            hits = self.desk.client.ask(self.word, 2)["hits"]
            if kind == "deleted":
                return not hits
            return [hit["document"]["path"] for hit in hits] == [path]

        return shows


def _measure(desk, daemon, chance, files):
    times = {kind: [] for kind in KINDS}
    notes = [_Note(desk, number, chance) for number in range(files)]
    start = time.monotonic()
    while notes:
        note = chance.choice(notes)
        times_of_kind, seconds = _time(note, daemon)
        times[times_of_kind].append(seconds)
        if not note.life:
            notes.remove(note)
        # No rhythm of ours must fall in with one of the service's.
        time.sleep(chance.uniform(0, 0.05))
    say(f"{sum(map(len, times.values()))} changes in {time.monotonic() - start:.0f} s")
    return times


def _time(note, daemon, timeout=60):
    kind, done, shows = note.step()
    while not shows():
        if time.monotonic() - done > timeout:
            raise Miss(f"{note.path.name}, {kind}, is not found so within {timeout} s")
        daemon.must_live()
    return kind, time.monotonic() - done


def _renames(desk, daemon, chance, count):
    """Renames files; returns what that cost beyond their names, empty if nothing."""
    if not daemon.programs.has_status:
        say("what renames cost: the service has no status file")
        return ""
    notes = [_Note(desk, f"quiet {number}", chance) for number in range(count)]
    for note in notes:
        note.step()
        note.life = ["renamed"]
    desk.catch_up(daemon)
    before = _resting_counters(daemon)
    for note in notes:
        _time(note, daemon)
    after = _resting_counters(daemon)
    rises = {name: after[name] - before[name] for name in before if after[name] != before[name]}
    say(f"counters after {count} more renames: {rises or 'the same'}")
    return _surplus(rises, count)


def _surplus(rises, count):
    """What rose beyond `count` moves and the commits of them; empty if nothing."""
    wanted = {"moved": count}
    # How many moves a commit holds is a matter of time; that the system lost events is no fault.
    free = ("commits", "eventLosses")
    return ", ".join(
        f"{name} +{rises.get(name, 0)} instead of +{wanted.get(name, 0)}"
        for name in sorted({*rises, *wanted})
        if name not in free and rises.get(name, 0) != wanted.get(name, 0)
    )


def _resting_counters(daemon):
    """The counters once they have stood still for three seconds."""
    counters, since = None, time.monotonic()
    end = since + 60
    while time.monotonic() < end:
        now = daemon.counters()
        if now != counters:
            counters, since = now, time.monotonic()
        if time.monotonic() - since >= 3:
            return counters
        time.sleep(0.1)
    raise Miss("the counters do not come to rest")

# SPDX-License-Identifier: GPL-3.0-or-later
"""The service is killed while it works."""

import collections
import random
import shutil
import time

from . import process
from .desk import Desk
from .markers import Markers
from .outcome import Miss, remove, say, trial_folder
from .words import sentence
from .workload import Steps, Workload


def run(programs, seed, rounds, keep=False, size=400, bulk=3000):
    chance = random.Random(seed)
    start = time.monotonic()
    moments, held = collections.Counter(), 0
    with trial_folder("crashes", keep) as folder:
        say(f"crashes: seed {seed}")
        desk = Desk(programs, folder, chance)
        workload = Workload(desk.documents / "work", random.Random(seed + 1), size)
        (desk.documents / "work").mkdir()
        workload.fill()
        markers = Markers(desk, chance)
        daemon = desk.daemon()
        with daemon:
            daemon.wait_until_watching()
            for number in range(1, rounds + 1):
                moment, count, line = _round(desk, daemon, workload, markers, number, bulk)
                moments[moment] += 1
                held += count
                say(f"crashes: round {number}: {line}")
            daemon.stop()
    kinds = ", ".join(f"{count} while {moment}" for moment, count in sorted(moments.items()))
    say(
        f"crashes: {rounds} kills ({kinds}), {held} markers seen before and after, "
        f"no difference, {time.monotonic() - start:.0f} s"
    )


def _round(desk, daemon, workload, markers, number, bulk):
    chance = desk.random
    with Steps([workload], pause=chance.choice([0.0, 0.001, 0.005])):
        markers.run_for(chance.uniform(0.3, 1.5))
        for _ in range(60):
            if not markers.seen:
                markers.run_for(0.5)
        if number % 4 == 0:
            _copy_many(desk, bulk, number)
        # The pause hits other moments of the same work.
        moment = _see_working(daemon, chance.choice(_MOMENTS))
        time.sleep(chance.choice([0, 0, 0.002, 0.01, 0.05]))
        daemon.kill()
        markers.must_hold("after the kill")
        if number % 2 == 0:
            desk.check()
        daemon.start()
        start = time.monotonic()
        markers.must_hold("just after the start")
        count = len(markers.seen)
        markers.run_for(chance.uniform(0.1, 0.5))
    desk.catch_up(daemon)
    taken = time.monotonic() - start
    markers.must_hold("when it had caught up")
    lines = desk.compare()
    bulk_note = f" with {bulk} files just copied in" if number % 4 == 0 else ""
    return (
        moment,
        count,
        f"killed while {moment}{bulk_note}; {count} markers held; caught up {taken:.1f} s after "
        f"the start; sound; {lines} lines of export equal",
    )


# What the service was seen to do in two looks, one just after the other.
_MOMENTS = ["computing", "writing", "writing much", "indexing"]


def _see_working(daemon, moment, timeout=20):
    """Waits until the service is seen to do `moment`; returns what it was seen to do.

    Computing is a rising count of ticks of the processor, writing a rising count of bytes handed to
    write(2), which in a commit rises by many blocks; indexing is what its status says.
    """
    last = (process.ticks(daemon.number), process.bytes_written(daemon.number))
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        daemon.must_live()
        now = (process.ticks(daemon.number), process.bytes_written(daemon.number))
        status = daemon.status() if moment == "indexing" else None
        if moment == "writing" and now[1] - last[1] >= 8_192:
            return moment
        if moment == "writing much" and now[1] - last[1] >= 262_144:
            return moment
        if moment == "indexing" and status and status["state"] == "indexing":
            return moment
        # Where there is no status, or it never says so, the ticks do.
        late = end - time.monotonic() < timeout - (1 if not status else 6)
        if (moment == "computing" or late) and now[0] > last[0]:
            return "computing"
        last = now
        time.sleep(0.001)
    raise Miss(f"the service was not seen to work within {timeout} s: {daemon.tail()}")


def _copy_many(desk, count, number):
    """Copies many files in at once; those of the last time go."""
    chance = desk.random
    staged = desk.folder / "staged"
    for part in range(20):
        (staged / str(part)).mkdir(parents=True)
        for file in range(count // 20):
            text = " ".join(sentence(chance) for _ in range(chance.randrange(2, 30)))
            (staged / str(part) / f"{file}.txt").write_text(text, encoding="utf-8")
    for old in desk.documents.glob("bulk-*"):
        remove(old)
    shutil.copytree(staged, desk.documents / f"bulk-{number}")
    remove(staged)

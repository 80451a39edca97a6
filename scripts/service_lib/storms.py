# SPDX-License-Identifier: GPL-3.0-or-later
"""More changes at once than the kernel keeps track of."""

import os
import random
import signal
import time

from . import overflow, process
from .desk import Desk
from .outcome import Miss, say, trial_folder
from .workload import Workload

# So few events are kept for the service where this may be set.
KEPT = 64


def run(programs, seed, rounds, keep=False, size=400):
    chance = random.Random(seed)
    losses = changes = 0
    start = time.monotonic()
    with trial_folder("storms", keep) as folder:
        desk = Desk(programs, folder, chance)
        workload = Workload(desk.documents, chance, size)
        workload.fill()
        daemon = desk.daemon()
        kept_events = overflow.start(daemon, KEPT)
        with daemon:
            say(f"storms: seed {seed}; the kernel keeps {kept_events} events for the service")
            daemon.wait_until_watching()
            for number in range(1, rounds + 1):
                lost, taken, tries = _round(desk, daemon, workload, kept_events, chance)
                lines = desk.compare()
                losses += lost
                say(
                    f"storms: round {number}: {workload.changes - changes} changes in {tries} "
                    f"{'try' if tries == 1 else 'tries'}, events lost {lost}×, caught up after "
                    f"{taken:.1f} s, {lines} lines of export equal"
                )
                changes = workload.changes
            daemon.stop()
    say(
        f"storms: {rounds} rounds, {workload.changes} changes, events lost {losses}×, "
        f"no difference, {time.monotonic() - start:.0f} s"
    )


def _round(desk, daemon, workload, kept_events, chance):
    """One storm that did overflow; returns the losses, the seconds to catch up, the tries."""
    before = daemon.event_losses()
    count = chance.randrange(60, 500)
    for tries in range(1, 7):
        # Events only queue up while nobody reads them: the service is stopped meanwhile, as a
        # machine does with a process when it has others to run.
        _stop(daemon)
        try:
            workload.burst(count)
            if tries > 1:
                workload.hammer(max(kept_events, count))
        finally:
            os.kill(daemon.number, signal.SIGCONT)
        # And on, while it looks everywhere.
        workload.burst(count // chance.choice([2, 4, 50]))
        start = time.monotonic()
        desk.catch_up(daemon)
        lost = daemon.event_losses() - before
        if lost > 0:
            return lost, time.monotonic() - start, tries
        count *= 2
    raise Miss("the queue of events did not overflow, however hard the storm")


def _stop(daemon):
    os.kill(daemon.number, signal.SIGSTOP)
    while process.state(daemon.number) != "T":
        time.sleep(0.001)

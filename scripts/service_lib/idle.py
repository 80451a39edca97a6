# SPDX-License-Identifier: GPL-3.0-or-later
"""What a service uses that has nothing to do."""

import time

from . import flood, process
from .desk import Desk
from .outcome import say, trial_folder


def run(programs, chance, files, seconds):
    with trial_folder("idle") as folder:
        desk = Desk(programs, folder, chance)
        flood.stage(desk.documents, files, chance)
        with desk.daemon() as daemon:
            daemon.wait_until_watching()
            desk.catch_up(daemon)
            # Files saved last are looked at once more a moment later.
            time.sleep(5)
            ticks, switches = process.ticks(daemon.number), process.switches(daemon.number)
            time.sleep(seconds)
            used = (process.ticks(daemon.number) - ticks) * process.TICK
            after = process.switches(daemon.number)
            woken = sum(count - switches.get(thread, 0) for thread, count in after.items())
            resident = process.memory(daemon.number, "VmRSS")
            say(
                f"{files:,} files, {seconds:g} s without a change: {used:.2f} s of the processor, "
                f"{woken / seconds:.2f} wake-ups a second in {len(after)} threads, "
                f"{resident / 2**20:.0f} MiB resident"
            )
            daemon.stop()

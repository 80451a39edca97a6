# SPDX-License-Identifier: GPL-3.0-or-later
"""A little of each trial, in about a minute and a half."""

import time

from . import crashes, faults, readers, reload, storms
from .outcome import say


def run(programs, seed, keep=False):
    start = time.monotonic()
    storms.run(programs, seed, rounds=3, keep=keep, size=150)
    crashes.run(programs, seed, rounds=4, keep=keep, size=150, bulk=1_000)
    readers.run(programs, seed, seconds=12, queries=1_500, switches=1, keep=keep)
    reload.run(programs, seed, rounds=3, keep=keep)
    faults.run(programs, seed, rounds=1, keep=keep)
    say(f"short: all well in {time.monotonic() - start:.0f} s")

# SPDX-License-Identifier: GPL-3.0-or-later
"""Thousands of files at once beside a large index, and one file that somebody waits for."""

import shutil
import threading
import time

from . import library, process, words
from .outcome import Miss, say, trial_folder

LIMIT = 2.0
# What the service may take unless it is told otherwise: MiB.
MEMORY = 512
COMMON = "zqfloodedtext"


def stage(folder, count, chance):
    """Makes so many small files of one passage each."""
    for number in range(count):
        part = folder / str(number % 100)
        if number < 100:
            part.mkdir(parents=True)
        text = " ".join(words.sentence(chance) for _ in range(chance.randrange(1, 10)))
        (part / f"{number}.txt").write_text(f"{COMMON} {number}: {text}\n", encoding="utf-8")


def run(programs, chance, files, passages, memory=None):
    variables = {"SPLITSEARCH_MEMORY_LIMIT": f"{memory} MiB"} if memory else {}
    allowed = memory or MEMORY
    with trial_folder("flood") as folder:
        desk = library.make(programs, folder, chance, passages)
        stage(folder / "staged", files, chance)
        with desk.daemon(**variables) as daemon:
            daemon.wait_until_watching()
            desk.catch_up(daemon)
            before, revision = daemon.counters(), desk.client.revision()
            process.reset_peak(daemon.number)
            start = time.monotonic()
            copying = threading.Thread(
                target=shutil.copytree, args=(folder / "staged", desk.documents / "flood")
            )
            copying.start()
            waited, found_then = _save_one(desk, daemon, copying)
            while _found(desk) < files:
                daemon.must_live()
                if time.monotonic() - start > 1800:
                    raise Miss(f"only {_found(desk)} of {files} files are found")
                time.sleep(0.1)
            searchable = time.monotonic() - start
            desk.catch_up(daemon)
            caught_up = time.monotonic() - start
            peak = process.memory(daemon.number, "VmHWM") / 2**20
            commits = desk.client.revision() - revision
            if before:
                commits = daemon.counters()["commits"] - before["commits"]
            say(
                f"{files:,} files: all found after {searchable:.1f} s, caught up after "
                f"{caught_up:.1f} s{'' if before else ' (three of them to see that it rests)'}, "
                f"{commits} {'commits' if before else 'revisions'}, at the peak "
                f"{peak:.0f} of {allowed} MiB"
            )
            say(f"a file saved when {found_then:,} of them were found: found after {waited:.2f} s")
            if found_then >= files:
                raise Miss("it was not saved in the middle; take more --files")
            daemon.stop()
    misses = []
    if waited > LIMIT:
        misses.append(f"the single file was found after {waited:.2f} s, more than {LIMIT:.0f} s")
    if peak > allowed:
        misses.append(f"the service took {peak:.0f} MiB, more than {allowed} MiB")
    if misses:
        raise Miss("; ".join(misses))


def _found(desk):
    return desk.client.ask(COMMON, 1)["matches"]["lower"]


def _save_one(desk, daemon, copying):
    """Saves a file in the middle; returns how long it took, and how many others were found then.

    The middle is when the first are found, or all are copied.
    """
    while not (found := _found(desk)) and copying.is_alive():
        time.sleep(0.02)
    word = desk.mark("waited-for.txt")
    start = time.monotonic()
    desk.wait_until_seen(word, daemon)
    return time.monotonic() - start, found

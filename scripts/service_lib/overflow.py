# SPDX-License-Identifier: GPL-3.0-or-later
"""How many events the kernel keeps for a reader that does not come."""

import contextlib
import fcntl
import time

from . import process
from .outcome import Miss

LIMIT = "/proc/sys/fs/inotify/max_queued_events"


def limit():
    with open(LIMIT, encoding="ascii") as file:
        return int(file.read())


@contextlib.contextmanager
def lowered(count):
    """Lowers the limit while the block runs; yields what the limit is in it.

    It is the whole machine's, so the block must be short: an inotify instance keeps the limit that
    it was made under. Where it cannot be set, it stays.
    """
    try:
        file = open(LIMIT, "r+", encoding="ascii")
    except OSError:
        yield limit()
        return
    with file:
        # Another trial must not take our limit for the machine's own.
        fcntl.flock(file, fcntl.LOCK_EX)
        before = limit()
        try:
            file.write(str(count))
            file.flush()
            yield count
        finally:
            with open(LIMIT, "w", encoding="ascii") as again:
                again.write(str(before))


def start(daemon, count):
    """Starts a service that is kept `count` events for, or what the machine allows."""
    with lowered(count) as allowed:
        daemon.start()
        end = time.monotonic() + 30
        while not process.has_inotify(daemon.number):
            daemon.must_live()
            if time.monotonic() > end:
                raise Miss("the service does not begin to listen to the file system")
            time.sleep(0.002)
    return allowed

# SPDX-License-Identifier: GPL-3.0-or-later
"""A running service: its process, its log, its status file."""

import contextlib
import json
import os
import pathlib
import signal
import subprocess
import time

from . import process
from .outcome import Miss
from .programs import environment


class Daemon:
    """Starts the service and ends it with the block it is used in.

    `source` is the options that name the documents; `folder` takes its log and its status file;
    `wrapper` is what the program is run by; `variables` are added to its environment.
    """

    def __init__(self, programs, source, index, folder, wrapper=(), variables=None):
        self.programs = programs
        self.index = str(index)
        self.log_path = pathlib.Path(folder) / "daemon.log"
        self.status_path = pathlib.Path(folder) / "status.json"
        self.command = [*wrapper, programs.daemon, "--index", self.index, *map(str, source)]
        self.variables = variables or {}
        if programs.has_status:
            self.command += ["--status", str(self.status_path)]
        self.process = None
        self.log_start = 0

    def start(self):
        with open(self.log_path, "ab") as log:
            self.log_start = log.tell()
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
                env=environment(**self.variables),
            )
        return self

    @property
    def number(self):
        return self.process.pid

    @property
    def is_alive(self):
        return self.process is not None and self.process.poll() is None

    def must_live(self):
        if not self.is_alive:
            raise Miss(f"the service ended with status {self.process.poll()}: {self.tail()}")

    def stop(self, patience=6):
        """SIGTERM; must end well within 5 s."""
        self.must_live()
        start = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(patience)
        except subprocess.TimeoutExpired:
            raise Miss(f"the service did not end within {patience} s of SIGTERM") from None
        if status != 0:
            raise Miss(f"the service ended with status {status} on SIGTERM: {self.tail()}")
        return time.monotonic() - start

    def reload(self):
        """SIGHUP: it reads its configuration again."""
        self.must_live()
        self.process.send_signal(signal.SIGHUP)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def __enter__(self):
        return self if self.process else self.start()

    def __exit__(self, *_):
        if self.is_alive:
            # One that was stopped would keep SIGTERM to itself.
            self.process.send_signal(signal.SIGCONT)
            self.kill()

    # The log

    def log(self, start=None):
        """What was logged since it was started, or since the place `start` of the file."""
        with open(self.log_path, "rb") as log:
            log.seek(self.log_start if start is None else start)
            return log.read().decode("utf-8", "replace")

    def log_place(self):
        return os.path.getsize(self.log_path)

    def tail(self):
        return " / ".join(self.log().splitlines()[-6:])

    def wait_for_log(self, text, start=None, timeout=120):
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            for line in self.log(start).splitlines():
                if text in line:
                    return line
            self.must_live()
            time.sleep(0.02)
        raise Miss(f"the log does not say “{text}” within {timeout} s: {self.tail()}")

    # The status

    def status(self):
        """The status file of this process; None if there is none yet, or never will be."""
        with contextlib.suppress(FileNotFoundError):
            found = json.loads(self.status_path.read_bytes())
            if found["process"] == self.number:
                return found
        return None

    def counters(self):
        found = self.status()
        return found["counters"] if found else None

    def event_losses(self):
        """How often it noticed that the system had lost events."""
        counters = self.counters()
        return counters["eventLosses"] if counters else self.log().count("keeps track")

    # Waiting

    def wait_until_watching(self, timeout=600):
        """Until the first sync is done."""
        self.wait_for_log("watching ", timeout=timeout)

    def wait_until_caught_up(self, revision, timeout=600):
        """Until it has nothing left to do that was to be done when `revision` became visible.

        A service without a status file is waited for until it rests: no time of the processor
        and no bytes written for three seconds. That is a guess.
        """
        end = time.monotonic() + timeout
        if not self.programs.has_status:
            return self._wait_until_resting(end)
        while time.monotonic() < end:
            self.must_live()
            found = self.status()
            if (
                found
                and found["state"] == "watching"
                and found["queue"]["files"] == 0
                and found["index"]["revision"] >= revision
            ):
                return
            time.sleep(0.02)
        raise Miss(f"it has not caught up with revision {revision}; status: {self.status()}")

    def _wait_until_resting(self, end):
        seen, since = None, time.monotonic()
        while time.monotonic() < end:
            self.must_live()
            look = (process.ticks(self.number) // 2, process.bytes_written(self.number))
            if look != seen:
                seen, since = look, time.monotonic()
            if time.monotonic() - since >= 3:
                return
            time.sleep(0.1)
        raise Miss(f"it does not come to rest: {self.tail()}")

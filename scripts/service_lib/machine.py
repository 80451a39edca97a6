# SPDX-License-Identifier: GPL-3.0-or-later
"""A booted system with splitsearch on it: what is installed, started, dropped in, asked and said."""

import contextlib
import json
import os
import shutil
import time

from .outcome import Miss, say
from .programs import SCRIPTS
from .users import as_user

UNIT = "splitsearchd.service"
DOCUMENTS = "/srv/splitsearch/documents"
INDEX = "/var/lib/splitsearch/index"
CONFIGURATION = "/etc/splitsearch/config.toml"
# A sample document, and words that stand in it.
SAMPLE = "sino-soviet-split.txt"
QUERY = "peaceful coexistence"
# Where this checkout and the built programs are seen in there.
CHECKOUT = "/opt/checkout"
PROGRAMS = "/opt/programs"


def quote(text):
    """Shows what a command said, set off from the steps."""
    for line in text.rstrip().splitlines():
        say(f"        {line}")


class Machine:
    def __init__(self, sandbox, programs, random):
        self.sandbox = sandbox
        self.programs = programs
        self.random = random

    def run(self, *words, **options):
        return self.sandbox.run(*words, **options)

    def path(self, path):
        """A path of the booted system, as seen from outside."""
        return self.sandbox.path(path)

    def stage(self):
        """Copies this checkout and the programs into it: everyone may read them there."""
        # What this machine has there is in the way, and may hold links.
        self.run("rm", "-rf", CHECKOUT, PROGRAMS)
        ignored = shutil.ignore_patterns(".build*", ".git")
        shutil.copytree(SCRIPTS.parent, self.path(CHECKOUT), ignore=ignored)
        self.path(PROGRAMS).mkdir()
        for name in ("splitsearch", "splitsearchd"):
            shutil.copy(self.programs.folder / name, self.path(f"{PROGRAMS}/{name}"))
        self.run("chmod", "-R", "a+rX", CHECKOUT, PROGRAMS)

    # Installing

    def script(self, name, *options, user=None, status=0):
        """Runs scripts/install or scripts/uninstall and returns all that it said."""
        words = [f"{CHECKOUT}/scripts/{name}", *options]
        if user:
            words = as_user(self.sandbox, user, *words)
        run = self.run("sh", "-c", 'exec "$@" 2>&1', "sh", *words, check=False)
        if run.returncode != status:
            raise Miss(f"scripts/{name} {' '.join(options)} ends with status {run.returncode}, "
                       f"not {status}, and says:\n{run.stdout}")
        return run.stdout

    def install(self, *options, user=None):
        return self.script("install", "--binaries", PROGRAMS, *options, user=user)

    # The unit

    def show(self, name, unit=UNIT):
        return self.run("systemctl", "show", "--property", name, "--value", unit).stdout.strip()

    def number(self, unit=UNIT):
        return int(self.show("MainPID", unit))

    def runs(self, name):
        """Whether any process is called so, whoever started it."""
        for process in self.path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if (process / "comm").read_text(errors="replace").rstrip("\n") == name:
                    return True
        return False

    def restarts(self):
        return int(self.show("NRestarts"))

    @contextlib.contextmanager
    def drop_in(self, *lines):
        """Runs the service with other settings for a while; it is restarted before and after."""
        folder = self.path("/run/systemd/system/splitsearchd.service.d")
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "trial.conf"
        file.write_text("\n".join(["[Service]", *lines, ""]), encoding="utf-8")
        self.restart()
        yield
        file.unlink()
        self.restart()

    def restart(self):
        self.run("systemctl", "daemon-reload")
        self.run("systemctl", "reset-failed", UNIT, check=False)
        self.run("systemctl", "restart", UNIT)

    def journal(self, unit=UNIT, lines=None, user=None):
        """What the service said, oldest first."""
        words = ["journalctl", "--boot", "--no-pager", "--output=short-precise"]
        words += [f"--{'user-' if user else ''}unit={unit}"]
        if lines:
            words.append(f"--lines={lines}")
        return self.run(*words).stdout

    def journal_from_here(self, unit=UNIT):
        """A function that returns what the unit has said since, and the manager of it."""
        said = self.run("journalctl", "--boot", "--lines=1", "--show-cursor", "--quiet").stdout
        words = ["journalctl", "--no-pager", "--output=cat", f"--unit={unit}",
                 f"--after-cursor={said.rpartition('-- cursor: ')[2].strip()}"]
        return lambda: self.run(*words).stdout

    # Waiting

    def until(self, what, condition, timeout=30):
        """Waits until `condition` is true; returns it, and how long that took."""
        start = time.monotonic()
        while True:
            found = condition()
            taken = time.monotonic() - start
            if found:
                return found, taken
            if taken > timeout:
                raise Miss(f"not within {timeout} s: {what}")
            time.sleep(0.02)

    # Documents and answers

    def write(self, path, text):
        path = self.path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def ask(self, query, user="ann", index=None, client="splitsearch"):
        """The client, run by a user: by whom it is asked decides what it may read."""
        place = ["--index", index] if index else ["--system"]
        words = as_user(self.sandbox, user, client, "--json", "-n", "1", *place, "--", query)
        return self.run(*words, check=False)

    def sees(self, query, **options):
        return self.ask(query, **options).returncode == 0

    def until_seen(self, query, timeout=30, **options):
        return self.until(f"“{query}” is found", lambda: self.sees(query, **options), timeout)[1]

    def status_file(self, index=INDEX, folder="/run/splitsearch"):
        """Where the status file is."""
        name = index.strip("/").replace("%", "%25").replace("-", "%2D").replace("/", "-")
        return f"{folder}/{name}.json"

    def status(self, *place, **places):
        """The status file's content; None if there is none."""
        with contextlib.suppress(FileNotFoundError):
            return json.loads(self.path(self.status_file(*place, **places)).read_bytes())
        return None

    def queue(self):
        """How many files wait to be read, as the running service tells it."""
        status = self.status()
        if not status or status["process"] != self.number():
            return 0
        return status["queue"]["files"]

    def until_caught_up(self, timeout=60):
        """Until the running service has nothing left to do."""

        def is_caught_up():
            status = self.status()
            return (status and status["process"] == self.number()
                    and status["state"] == "watching" and status["queue"]["files"] == 0)

        return self.until("the service has caught up", is_caught_up, timeout)[1]

    # Demands

    def expect_unread(self):
        """Demands that the service have read none of the files that it knows from before."""
        self.until_caught_up()
        read = self.status()["counters"]["filesRead"]
        if read != 0:
            raise Miss(f"it read {read} files again")

    def expect(self, gone=(), kept=()):
        """Demands that some paths be gone, and others not."""
        for path in gone:
            if os.path.lexists(self.sandbox.path(path, follow=False)):
                raise Miss(f"{path} is left")
        for path in kept:
            if not self.path(path).exists():
                raise Miss(f"{path} is gone")

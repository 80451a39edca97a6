# SPDX-License-Identifier: GPL-3.0-or-later
"""The two programs, as a user runs them."""

import functools
import json
import os
import pathlib
import subprocess

from .outcome import Miss

SCRIPTS = pathlib.Path(__file__).resolve().parent.parent


class ClientFailed(Miss):
    """The client could not answer."""


class Programs:
    """Where the programs are; built first where no folder is given."""

    def __init__(self, folder=None):
        if not folder:
            build = subprocess.run(
                [SCRIPTS / "build"], stdout=subprocess.PIPE, text=True, check=True
            )
            folder = build.stdout.strip()
        self.folder = pathlib.Path(folder).resolve()
        self.client = str(self.folder / "splitsearch")
        self.daemon = str(self.folder / "splitsearchd")

    @functools.cached_property
    def has_status(self):
        """Whether this service can write a status file."""
        return "--status" in subprocess.run(
            [self.daemon, "--help"], capture_output=True, text=True
        ).stdout

    def run_daemon(self, *arguments, allowed=(0,), timeout=1800):
        """Runs a command of the service to its end and returns what it printed."""
        run = subprocess.run(
            [self.daemon, *map(str, arguments)],
            capture_output=True,
            env=environment(),
            timeout=timeout,
        )
        if run.returncode not in allowed:
            said = (run.stdout + run.stderr).decode("utf-8", "replace").strip()[-1500:]
            raise Miss(f"splitsearchd {arguments[0]}: status {run.returncode}: {said}")
        return run.stdout.decode("utf-8", "replace")


def environment(**more):
    """The environment without what would change the programs' settings."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SPLITSEARCH", "XDG_"))}
    return kept | {"HOME": "/nonexistent"} | more


class Client:
    """Asks, each time with a process of its own."""

    def __init__(self, programs, index):
        self.programs = programs
        self.index = str(index)

    def ask(self, query, limit=10):
        """The answer, as the JSON says it."""
        run = subprocess.run(
            [self.programs.client, "--json", "--index", self.index, "-n", str(limit), "--", query],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment(),
        )
        if run.returncode not in (0, 1):
            said = (run.stdout + run.stderr).decode("utf-8", "replace").strip()
            raise ClientFailed(f"the client failed with status {run.returncode}: {said}")
        return json.loads(run.stdout)

    def sees(self, word):
        return bool(self.ask(word, 1)["hits"])

    def revision(self):
        return self.ask("revision", 1)["index"]["revision"]


class Batch:
    """A client that stays: a line in, an answer out."""

    def __init__(self, programs, index, limit=10, options=()):
        command = [programs.client, "batch", "--index", str(index), "--limit", str(limit)]
        self.process = subprocess.Popen(
            [*command, *options, "-"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )

    def line(self, query):
        """The answer as it comes."""
        try:
            self.process.stdin.write(f"q\t{query}\n".encode())
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = b""
        if not line:
            said = self.process.stderr.read().decode("utf-8", "replace").strip()
            raise Miss(f"the batch ended with status {self.process.wait()}: {said}")
        return line

    def ask(self, query):
        answer = json.loads(self.line(query))
        if "error" in answer:
            raise Miss(f"the batch answered: {answer['error']}")
        return answer

    def ask_all(self, queries):
        """All answers to a chunk that is sent at once. Few enough to fit a pipe."""
        self.process.stdin.write("".join(f"q\t{query}\n" for query in queries).encode())
        self.process.stdin.flush()
        return [json.loads(self.process.stdout.readline() or b'{"error":"ended"}') for _ in queries]

    def close(self):
        """Ends it and returns its exit status."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.process.stdout.close()
        self.process.stderr.close()
        return self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

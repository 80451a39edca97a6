# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program says of its own command line."""

import functools
import json
import subprocess

SHELLS = ("bash", "zsh", "fish")


class Refused(Exception):
    """A program cannot be run, or does not say what it must."""


class Program:
    """One of the two programs, at the path of its file."""

    def __init__(self, path):
        self.path = path
        self.name = path.name

    def ask(self, *arguments):
        """What it prints, with a status of 0."""
        try:
            run = subprocess.run(
                [self.path, *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=True
            )
        except OSError as error:
            raise Refused(f"{self.path}: cannot be run: {error.strerror}") from error
        except subprocess.CalledProcessError as error:
            said = error.stderr.decode("utf-8", "replace").strip()
            raise Refused(f"{self.path} {' '.join(arguments)}: {said}") from error
        return run.stdout.decode("utf-8")

    @functools.cached_property
    def version(self):
        return self.ask("--version").split()[-1]

    @functools.cached_property
    def command(self):
        """Its root command: `ToolInfoV0` in swift-argument-parser describes the keys."""
        info = json.loads(self.ask("--experimental-dump-help"))
        if info.get("serializationVersion") != 0:
            raise Refused(f"{self.path}: describes itself in a format that is not known here")
        return info["command"]

    def completion(self, shell):
        return self.ask("--generate-completion-script", shell)


def arguments(command, kind=None):
    """Those that a help would show."""
    return [
        argument
        for argument in command.get("arguments", [])
        if argument["shouldDisplay"] and kind in (None, argument["kind"])
    ]


def options(command):
    """What begins with a dash."""
    return [argument for argument in arguments(command) if argument["kind"] != "positional"]


def subcommands(command, but=()):
    """Those that a help would show, in its order."""
    return [
        child
        for child in command.get("subcommands", [])
        if child["shouldDisplay"] and child["commandName"] not in but
    ]

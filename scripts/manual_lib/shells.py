# SPDX-License-Identifier: GPL-3.0-or-later
"""Real shells, asked what they would offer at the end of a line."""

import os
import pathlib
import pty
import select
import shutil
import signal
import subprocess
import tempfile

from service_lib.outcome import Impossible, Miss

_HERE = pathlib.Path(__file__).resolve().parent
_BASH_COMPLETION = pathlib.Path("/usr/share/bash-completion/bash_completion")
_PATIENCE = 60


def bash(folder, lines, place, binaries):
    return _asked(_command("bash", "--norc", "--noprofile"), folder, lines, place, binaries)


def bash_with_completion(folder, lines, place, binaries):
    if not _BASH_COMPLETION.exists():
        raise Impossible("no bash-completion on this machine")
    command = _command("bash", "--norc", "--noprofile")
    more = {"BASH_COMPLETION": str(_BASH_COMPLETION)}
    return _asked(command, folder, lines, place, binaries, more)


def fish(folder, lines, place, binaries):
    return _asked(_command("fish", "--no-config"), folder, lines, place, binaries)


def zsh(folder, lines, place, binaries):
    """On a terminal of its own: its completion is a part of its line editor."""
    program = _found("zsh")
    with tempfile.TemporaryDirectory(prefix="splitsearch-zsh-") as home:
        shutil.copy(_HERE / "complete.zsh", f"{home}/.zshrc")
        more = {"ZDOTDIR": home, "FOLDER": str(folder), "ASKED": "\n".join(lines)}
        environment = _environment(home, binaries) | more
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(place)
            os.execve(program, ["zsh", "--no-global-rcs", "-i"], environment)
        shown = _shown(child, terminal)
        errors = pathlib.Path(home, "errors")
        said = errors.read_text() if errors.exists() else shown
        return _answers(home, lines, said)


def _command(name, *options):
    return [_found(name), *options, str(_HERE / f"complete.{name}")]


def _found(name):
    program = shutil.which(name)
    if not program:
        raise Impossible(f"no {name} on this machine")
    return program


def _environment(home, binaries):
    return {
        "ANSWERS": f"{home}/answers",
        "HOME": home,
        "LC_ALL": "C.UTF-8",
        "PATH": f"{binaries}:{os.environ['PATH']}",
        "TERM": "xterm",
    }


def _asked(command, folder, lines, place, binaries, more=None):
    """The answers of a shell that needs no terminal."""
    with tempfile.TemporaryDirectory(prefix="splitsearch-shell-") as home:
        run = subprocess.run(
            [*command, str(folder), *lines],
            cwd=place,
            env=_environment(home, binaries) | (more or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
        )
        return _answers(home, lines, run.stdout + run.stderr)


def _answers(home, lines, said):
    """The candidates of each line; slashes and blanks at their ends tell nothing."""
    if complaints := said.strip().splitlines():
        raise Miss(f"the shell complains: {complaints[0]}")
    path = pathlib.Path(home, "answers")
    answers, candidates = [], set()
    for line in path.read_text().splitlines() if path.exists() else []:
        if line == ".":
            answers.append(candidates)
            candidates = set()
        else:
            candidates.add(line[1:].rstrip("/ "))
    if len(answers) != len(lines):
        raise Miss(f"{len(answers)} of {len(lines)} lines were completed")
    return dict(zip(lines, answers))


def _shown(child, terminal):
    """What a process writes to its terminal until it ends."""
    shown = b""
    try:
        while select.select([terminal], [], [], _PATIENCE)[0]:
            part = os.read(terminal, 4096)
            if not part:
                break
            shown += part
        else:
            os.kill(child, signal.SIGKILL)
            raise Miss(f"the shell does not end within {_PATIENCE} s")
    except OSError:
        # The terminal's other side is closed.
        pass
    finally:
        os.waitpid(child, 0)
        os.close(terminal)
    return shown.decode("utf-8", "replace")

# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages in the eyes of the programs that show them."""

import os
import shutil
import subprocess

from service_lib.outcome import Impossible, Miss

# Whether other pages are installed is not this page's fault.
_TOLERATED = "referenced manual not found"


def mandoc(pages):
    said = _said(["mandoc", "-T", "lint", "-W", "style", *pages], stream="stdout")
    _demand_silence([line for line in said if _TOLERATED not in line])


def groff(pages):
    _demand_silence(_said(["groff", "-ww", "-mandoc", "-z", *pages]))


def man(pages):
    for page in pages:
        _demand_silence(_said(["man", "--warnings", "--local-file", page]))


def _said(command, stream="stderr"):
    _program(command[0])
    environment = os.environ | {"LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANPAGER": "cat"}
    run = subprocess.run(command, capture_output=True, text=True, env=environment)
    return getattr(run, stream).splitlines()


def _program(name):
    if not shutil.which(name):
        raise Impossible(f"no {name} on this machine")


def _demand_silence(lines):
    if lines:
        rest = f"\n… and {len(lines) - 10} more" if len(lines) > 10 else ""
        raise Miss("\n".join(lines[:10]) + rest)

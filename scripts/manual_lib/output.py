# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that scripts/manual writes, and where they lie."""

from . import page
from .program import SHELLS


def page_path(folder, name):
    return folder / "man" / f"man{name.rpartition('.')[2]}" / name


def completion_path(folder, shell, program):
    """Under the name by which the shell looks for it."""
    name = {"bash": program, "zsh": f"_{program}", "fish": f"{program}.fish"}[shell]
    return folder / "completions" / shell / name


def write(folder, programs):
    by_name = {program.name: program for program in programs}
    for name in page.NAMES:
        _write(page_path(folder, name), page.render(name, by_name))
    for shell in SHELLS:
        for program in programs:
            _write(completion_path(folder, shell, program.name), program.completion(shell))


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")

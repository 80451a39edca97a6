# SPDX-License-Identifier: GPL-3.0-or-later
"""A large index for a service to stand beside."""

import os
import pathlib
import re
import shutil
import time

from . import words
from .desk import Desk
from .outcome import Miss, say
from .programs import SCRIPTS


def make(programs, folder, chance, passages):
    """A desk whose documents have at least so many passages, indexed already."""
    desk = Desk(programs, folder, chance)
    data = pathlib.Path(os.environ.get("SPLITSEARCH_DATA") or SCRIPTS.parent / ".build" / "data")
    sample = data / "bulk-sample"
    if not sample.is_dir():
        say(f"there is no {sample}: the text is made up")
    start = time.monotonic()
    count = copies = 0
    while count < passages:
        copies += 1
        target = desk.documents / "library" / str(copies)
        if sample.is_dir():
            shutil.copytree(sample, target)
        else:
            _make_up(target, chance, 20_000)
        said = programs.run_daemon("--once", "--documents", desk.documents, "--index", desk.index)
        found = int(re.search(r"holds (\d+) passages", said)[1])
        if found <= count:
            raise Miss(f"the index does not grow beyond {found} passages")
        count = found
    if sample.is_dir():
        say(f"beside {count:,} passages: the bulk sample, {copies}×; ", end="")
    else:
        say(f"beside {count:,} passages of made-up text; ", end="")
    say(f"ready after {time.monotonic() - start:.0f} s")
    return desk


def _make_up(target, chance, passages):
    """Documents of 50 passages each."""
    target.mkdir(parents=True)
    for number in range(passages // 50):
        text = f"# {words.sentence(chance, 4)}\n\n" + words.paragraphs(chance, 50, 120)
        (target / f"{number}.md").write_text(text + "\n", encoding="utf-8")

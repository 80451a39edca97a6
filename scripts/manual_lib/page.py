# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages: written by hand in Documentation/man, with what the programs say of themselves put in."""

import pathlib
import re

from . import grammar

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "Documentation" / "man"
NAMES = ("splitsearch.1", "splitsearchd.8", "splitsearch-config.5")

_PARTS = {
    "commands": grammar.command_list,
    "options": grammar.option_list,
    "synopsis": grammar.synopsis,
}


def render(name, programs):
    """The page `name`; `programs` are the programs by their names."""
    source = (SOURCES / name).read_text(encoding="ascii")

    def part(found):
        return _PARTS[found["part"]](programs[found["program"]].command)

    pattern = rf'^\.\\" @(?P<part>{"|".join(_PARTS)}) (?P<program>\w+)$'
    page = re.sub(pattern, part, source, flags=re.MULTILINE)
    return page.replace("@VERSION@", programs["splitsearch"].version)

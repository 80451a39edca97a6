# SPDX-License-Identifier: GPL-3.0-or-later
"""Documentation/ranking.md, whose tables are written by the programs that measure."""

from service_lib.outcome import Miss
from service_lib.programs import SCRIPTS

PAGE = SCRIPTS.parent / "Documentation" / "ranking.md"


def write(name, text):
    """Puts `text` between the markers `<!-- name: … -->` and `<!-- end of name -->`."""
    page = PAGE.read_text(encoding="utf-8")
    start = page.find(f"<!-- {name}:")
    begin = page.find("\n", start) + 1
    end = page.find(f"<!-- end of {name} -->")
    if not 0 <= start < begin <= end:
        raise Miss(f"{PAGE}: no place for {name}")
    PAGE.write_text(f"{page[:begin]}\n{text}\n\n{page[end:]}", encoding="utf-8")

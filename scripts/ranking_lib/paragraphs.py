# SPDX-License-Identifier: GPL-3.0-or-later
"""Judgements name paragraphs; programs cut passages as they like. Which belongs to which?"""

import functools
import re

_BLOCK = re.compile(r"\S.*?(?=\n\s*\n|\s*\Z)", re.DOTALL)
_HEADING = re.compile(r"#{1,6} ")


@functools.cache
def paragraphs(path):
    """The ranges, in characters, of what stands between blank lines, without headings."""
    text = path.read_text(encoding="utf-8").lstrip("\ufeff")
    return [block.span() for block in _BLOCK.finditer(text) if not _HEADING.match(block.group())]


def ordinal(path, start, end):
    """The paragraph, counted from 1, that holds most of the characters from `start` to `end`."""
    overlaps = [min(end, last) - max(start, first) for first, last in paragraphs(path)]
    most = max(overlaps, default=0)
    return overlaps.index(most) + 1 if most > 0 else 1

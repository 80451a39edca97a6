# SPDX-License-Identifier: GPL-3.0-or-later
"""Text and lists as mdoc(7) has them."""

import re
import textwrap

# What mandoc(1) calls good style.
_COLUMNS = 79


def text(words):
    """Running text: a sentence a line, and nothing in it is markup."""
    sentences = re.sub(r"(?<=[.!?]) (?=[A-Z])", "\n", " ".join(words.split()))
    lines = (
        line
        for sentence in sentences.splitlines()
        for line in textwrap.wrap(
            _escaped(sentence), _COLUMNS, break_long_words=False, break_on_hyphens=False
        )
    )
    return "\n".join(_guarded(line) for line in lines)


def literal(lines):
    """Lines that can be copied from the page into a terminal."""
    shown = (
        _escaped(line)
        .replace("-", r"\-")
        .replace("'", r"\(aq")
        .replace("`", r"\(ga")
        .replace("~", r"\(ti")
        .replace("^", r"\(ha")
        for line in lines
    )
    return "\n".join([".Bd -literal -offset indent", *map(_guarded, shown), ".Ed"])


def tags(pairs, width, more=""):
    """A list of `(head, body)`; both are mdoc."""
    items = [part for head, body in pairs for part in (f".It {head}", body)]
    return "\n".join([f".Bl -tag -width {width}{more}", *items, ".El"])


def word(written):
    """An argument of a macro: a name of a macro would be taken for one."""
    written = _escaped(written)
    is_taken = re.fullmatch(r"[A-Z%][A-Za-z0-9]{1,2}|[.,:;()\[\]?!|]", written)
    return r"\&" + written if is_taken else written


def _escaped(words):
    words = words.replace("\\", r"\e")
    # Names of variables must not be hyphenated.
    words = re.sub(r"(?<!\S)(?=\$[A-Z])", r"\\%", words)
    return "".join(c if ord(c) < 128 else rf"\[u{ord(c):04X}]" for c in words)


def _guarded(line):
    """A line that begins like a macro is none."""
    return r"\&" + line if line[:1] in (".", "'") else line

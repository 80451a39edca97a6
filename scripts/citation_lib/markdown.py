# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown, as markdown-it reads it."""

from markdown_it import MarkdownIt

from .expected import anchor_faults, difference, references, stamp

# With the dialect that people use: tables, strikethrough.
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def inline_text(token):
    """The text of a paragraph; a fault if there is markup in it."""
    text = ""
    for child in token.children:
        if child.type == "softbreak":
            text += "\n"
        elif child.type in ("text", "text_special"):
            text += child.content
        else:
            raise ValueError(f"{child.type} in the quotation")
    return text


def check(written, expected):
    """The faults of one citation."""
    tokens = PARSER.parse(written)
    inlines = []
    quote_end = next(i for i, t in enumerate(tokens) if t.type == "blockquote_close")
    kinds = {t.type for t in tokens[:quote_end]}
    if not kinds <= {"blockquote_open", "paragraph_open", "inline", "paragraph_close"}:
        yield f"other blocks in the quotation: {kinds}"
        return
    inlines = [t for t in tokens[:quote_end] if t.type == "inline"]
    quotation = "\n\n".join(inline_text(t) for t in inlines[:-1])
    wanted = expected["text"].replace("\0", "\ufffd")
    if not _is_beyond(wanted):
        yield from difference("quotation", quotation, wanted)
    link = [c for c in inlines[-1].children if c.type == "link_open"]
    if not inlines[-1].content.startswith("— ") or len(link) != 1:
        yield f"no one link behind — in {inlines[-1].content!r}"
        return
    yield from anchor_faults(link[0].attrs["href"], expected)
    if link[0].attrs.get("title", "") != stamp(expected):
        yield f"stamp {link[0].attrs.get('title')!r}, not {stamp(expected)!r}"
    items = [t for t in tokens[quote_end:] if t.type == "inline"]
    if len(items) != len(references(expected)):
        yield f"{len(items)} references, not {len(references(expected))}"


def _is_beyond(text):
    """Whether markdown-it, other than CommonMark, changes it: it has no references to controls, which
    stand for white space at the ends of lines."""
    return any(
        line and (line[0] in "\x0b\x85\x1c\x1d\x1e\x1f" or line[-1] in "\x0b\x85\x1c\x1d\x1e\x1f")
        for line in text.split("\n")
    )

# SPDX-License-Identifier: GPL-3.0-or-later
"""HTML, as html5lib reads it."""

import html5lib

from .expected import anchor_faults, difference, is_hostile_to_parsers, references, stamp


def text_of(element):
    """The text of an element, a line feed for each `br`."""
    text = element.text or ""
    for child in element:
        text += "\n" if child.tag == "br" else text_of(child)
        text += child.tail or ""
    return text


def check(written, expected):
    """The faults of one citation."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parseFragment(written)
    # Characters that HTML has no place for are kept, and are an error each.
    errors = {code for _, code, _ in parser.errors} - {"invalid-codepoint"}
    if errors or (parser.errors and not is_hostile_to_parsers(written)):
        yield f"parse errors {parser.errors}"
    paragraphs = root.findall("figure/blockquote/p")
    if len(paragraphs) != 1 or len(root.findall("figure/figcaption/a")) != 1:
        yield "no one paragraph and one link"
        return
    yield from difference(
        "quotation", text_of(paragraphs[0]), expected["text"].replace("\0", "\ufffd")
    )
    quote = root.find("figure/blockquote")
    yield from anchor_faults(quote.get("cite"), expected)
    if root.find("figure/figcaption/a").get("href") != quote.get("cite"):
        yield "the link is not the source"
    if quote.get("data-stamp", "") != stamp(expected):
        yield f"stamp {quote.get('data-stamp')!r}, not {stamp(expected)!r}"
    if len(root.findall("ul/li")) != len(references(expected)):
        yield f"{len(root.findall('ul/li'))} references"

# SPDX-License-Identifier: GPL-3.0-or-later
"""CSL-JSON by the rules of CSL 1.0.2, and as citeproc-py prints it."""

import json
import warnings

import jsonschema
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter
from citeproc.source.json import CiteProcJSON

from .expected import anchor_faults, authors, difference, one_line, references, stamp, title

TEXT = {"type": "string"}
TEXT_OR_NUMBER = {"type": ["string", "number"]}
NAME_PARTS = ["family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"]
NAMES = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {part: TEXT for part in NAME_PARTS},
        "additionalProperties": False,
    },
}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": TEXT_OR_NUMBER},
        },
        "literal": TEXT,
        "raw": TEXT,
    },
    "additionalProperties": False,
}
# The rules of csl-data.json for what is written here: nothing else may stand in an item.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "properties": {
            "id": TEXT_OR_NUMBER,
            "type": {"enum": ["document", "book", "article-journal", "chapter"]},
            "author": NAMES,
            "issued": DATE,
            "custom": {"type": "object"},
            **{key: TEXT for key in ("title", "language", "section", "note", "URL", "DOI")},
        },
        "additionalProperties": False,
    },
}


def check(written, expected):
    """The faults of one citation."""
    items = json.loads(written)
    jsonschema.validate(items, SCHEMA)
    if len(items) != 1 + len(references(expected)):
        yield f"{len(items) - 1} references"
    item, custom = items[0], items[0]["custom"]
    yield from difference("title", item["title"], title(expected))
    yield from difference("quotation", custom["quotation"], expected["text"])
    yield from difference("prefix", custom.get("prefix", ""), expected["prefix"])
    yield from difference("suffix", custom.get("suffix", ""), expected["suffix"])
    yield from difference("anchor", custom["anchor"], expected["anchor"])
    yield from note_faults(item["note"], expected)
    names = [n.get("literal") or f"{n['family']}, {n['given']}" for n in item.get("author", [])]
    if [n.replace(" ", "") for n in names] != [n.replace(" ", "") for n in authors(expected)]:
        yield f"authors {names}"
    for wanted, key in ((expected.get("digest"), "digest"), (expected.get("day"), "cited")):
        if custom.get(key) != wanted:
            yield f"{key} {custom.get(key)!r}"
    yield from rendering_faults(items, expected)


def note_faults(note, expected):
    """The note, read by the grammar of plain text."""
    first, _, rest = note.partition("\n— ")
    words = first.removeprefix("“").removesuffix("”").replace("\n ", "\n")
    yield from difference("note", words, expected["text"])
    lines = rest.split("\n")
    yield from anchor_faults(lines[1], expected)
    if lines[2] != stamp(expected):
        yield f"stamp {lines[2]!r}"


def rendering_faults(items, expected):
    """Whether a bibliography can be made of it that has the title."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = CiteProcJSON(items)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        bibliography.register(Citation([CitationItem(items[0]["id"])]))
        printed = [str(entry) for entry in bibliography.bibliography()]
    wanted = "".join(c for c in title(expected) if c.isalnum())
    if len(printed) != 1 or wanted not in "".join(c for c in printed[0] if c.isalnum()):
        yield f"printed {printed}, without {one_line(title(expected))!r}"

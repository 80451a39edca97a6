# SPDX-License-Identifier: GPL-3.0-or-later
"""BibTeX, as two parsers read it, and TeX, as pylatexenc does."""

import bibtexparser
import pybtex.database
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from .expected import anchor_faults, authors, difference, one_line, references, stamp, title

# Characters of LaTeX's kernel that pylatexenc does not know, or only ones that look like them.
KERNEL = {
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textbackslash": "\\",
    "textquotedbl": '"',
}
CONTEXT = get_default_latex_context_db()
CONTEXT.add_context_category(
    "kernel", macros=[MacroTextSpec(n, c) for n, c in KERNEL.items()], prepend=True
)


def plain(tex):
    """What TeX prints of it."""
    return one_line(LatexNodes2Text(CONTEXT, keep_comments=True).latex_to_text(tex))


def check(written, expected):
    """The faults of one citation."""
    library = bibtexparser.parse_string(written)
    if library.failed_blocks:
        yield f"bibtexparser: {library.failed_blocks[0]}"
        return
    others = pybtex.database.parse_string(written, "bibtex")
    keys = [entry.key for entry in library.entries]
    if len(keys) != 1 + len(references(expected)) or set(keys) != set(others.entries):
        yield f"keys {keys} and {list(others.entries)}"
    entry = library.entries[0]
    fields = {field.key: field.value for field in entry.fields}
    for name, value in others.entries[entry.key].fields.items():
        if one_line(value) != one_line(fields[name]):
            yield f"the parsers differ in {name}: {value!r}, {fields[name]!r}"
    yield from difference("title", plain(fields["title"]), one_line(title(expected)))
    yield from difference("annote", plain(fields.get("annote", "")), one_line(expected["text"]))
    note = plain(fields["note"])
    if stamp(expected) and not note.endswith(stamp(expected)):
        yield f"no stamp in {note!r}"
    yield from note_faults(note, expected)
    persons = others.entries[entry.key].persons.get("author", [])
    if len(persons) != len(authors(expected)):
        yield f"authors {[str(p) for p in persons]}, not {authors(expected)}"
    for person, name in zip(persons, authors(expected)):
        if sorted(plain(str(person)).replace(",", " ").split()) != sorted(
            one_line(name).replace(",", " ").split()
        ):
            yield f"author {plain(str(person))!r}, not {name!r}"


def note_faults(note, expected):
    """Whether the anchor is in the note."""
    anchors = [word.rstrip(".") for word in note.split() if word.startswith(expected["anchor"])]
    if len(anchors) != 1:
        yield f"no one anchor in {note!r}"
        return
    yield from anchor_faults(anchors[0], expected)

# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a page that the program itself dictates: options, commands, synopsis."""

import re

from . import mdoc
from .program import arguments, options, subcommands


def synopsis(command):
    """A line for each command that has to be named."""
    lines = []
    for child in _named(command):
        lines += [".Nm", f".Cm {mdoc.word(child['commandName'])}"]
        lines += [".Op Ar options"] if options(child) and child["commandName"] != "help" else []
        lines += [_positional(child, argument) for argument in arguments(child, "positional")]
    return "\n".join(lines)


def option_list(command):
    return _option_list(options(command))


def command_list(command):
    """A subsection for each command that has to be named, with the options that are its own."""
    parts = []
    for child in _named(command):
        name = child["commandName"]
        parts.append(f".Ss {mdoc.word(name)}")
        if name == "help":
            parts.append("The help of a command, or that of the program.")
            continue
        parts.append(mdoc.text(child.get("abstract", "")))
        parts.append(_discussion(child.get("discussion", "")))
        parts += _own_options(command, child)
    return "\n".join(part for part in parts if part)


def _named(command):
    return subcommands(command, but=(command.get("defaultSubcommand"),))


def _positional(command, argument):
    name = "command" if command["commandName"] == "help" else argument["valueName"]
    more = " ..." if argument["isRepeating"] and command["commandName"] != "help" else ""
    return f".{'Op ' if argument['isOptional'] else ''}Ar {mdoc.word(name)}{more}"


def _own_options(root, command):
    known = [_told(option) for option in options(root)]
    own = [option for option in options(command) if _told(option) not in known]
    shared = [option for option in options(command) if _told(option) in known]
    parts = [".Pp", "Its options:", _option_list(own)] if own else []
    if shared:
        names = [f".Fl -{mdoc.word(option['preferredName']['name'])}" for option in shared]
        parts += [".Pp", "Options as above:" if not own else "And, as above:"]
        parts += [f"{name} ," for name in names[:-1]] + [f"{names[-1]} ."]
    return parts


def _told(option):
    """All that a page says of an option."""
    return _heading(option), _body(option)


def _option_list(found):
    return mdoc.tags([_told(option) for option in found], "Ds")


def _heading(option):
    value = f" Ar {mdoc.word(option['valueName'])}" if option["kind"] == "option" else ""
    dashes = {"short": "", "long": "-", "longWithSingleDash": ""}
    forms = [f"Fl {dashes[name['kind']]}{name['name']}{value}" for name in option["names"]]
    return " , ".join(forms)


def _body(option):
    lines = [mdoc.text(option.get("abstract", ""))]
    values = option.get("allValues", [])
    if values:
        lines.append("One of " + mdoc.text(", ".join(values)) + ".")
    if "defaultValue" in option and option["kind"] == "option":
        lines.append(f"The default is {mdoc.text(option['defaultValue'])}.")
    if option.get("discussion"):
        lines.append(mdoc.text(option["discussion"]))
    if option["isRepeating"] and "again" not in lines[0]:
        lines.append("It may be given again.")
    return "\n".join(line for line in lines if line)


def _discussion(written):
    """Paragraphs, and under headings in capitals what is indented there."""
    parts, heading = [], None
    for block in re.split(r"\n{2,}", written.strip("\n")):
        lines = block.splitlines()
        if lines and re.fullmatch(r"[A-Z][A-Z ]+:", lines[0]):
            heading = lines.pop(0)
            parts += [".Pp", heading.capitalize()]
        if not lines:
            continue
        if heading == "EXIT STATUS:":
            parts.append(_table(lines))
        elif lines[0].startswith("  "):
            parts.append(mdoc.literal(line[2:] for line in lines))
        else:
            parts += [".Pp", mdoc.text(" ".join(lines))]
    return "\n".join(parts)


def _table(lines):
    """`0   all went well`, with lines that go on further to the right."""
    rows = []
    for line in lines:
        if head := re.match(r" {2}(\S+) +", line):
            rows.append((head[1], line[head.end():]))
        else:
            rows[-1] = (rows[-1][0], rows[-1][1] + " " + line.strip())
    pairs = [(mdoc.word(head), mdoc.text(body)) for head, body in rows]
    return ".Pp\n" + mdoc.tags(pairs, "Ds", " -compact")

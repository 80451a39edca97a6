# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to be set, and whether the pages name it where it belongs."""

import pathlib
import re

from service_lib.outcome import Miss

from .program import subcommands

_SETTINGS = pathlib.Path(__file__).resolve().parents[2] / "Sources" / "Settings"


def check_options(page, program):
    """Every command that a help shows must have a part of the page, with every option in it."""
    _demand_options(program, [], _part(page, ".Sh OPTIONS"))
    unnamed = ("help", program.command.get("defaultSubcommand"))
    for child in subcommands(program.command, but=unnamed):
        name = child["commandName"]
        _demand_options(program, [name], _part(page, f".Ss {name}"))
        if f"\n.Cm {name}\n" not in _part(page, ".Sh SYNOPSIS"):
            raise Miss(f"the synopsis of {program.name} does not name {name}")


def check_settings(configuration, service):
    """Every key must have its place in the page of the configuration, every variable must stand in
    it and in that of the service."""
    source = (_SETTINGS / "Configuration.swift").read_text(encoding="utf-8")
    lists = re.findall(r"[kK]eys = \[(.*?)\]", source, flags=re.DOTALL)
    keys = {key for found in lists for key in re.findall(r'"([^"]+)"', found)}
    keys |= set(re.findall(r'case "([a-z-]+)": \w+ = try', source))
    if not {"index", "path"} <= keys:
        raise Miss("the keys in Configuration.swift are not understood")
    named = re.findall(r"^\.It Ic (\S+)(?: Li|$)", configuration, flags=re.MULTILINE)
    if difference := keys ^ {key.strip("[]") for key in named}:
        raise Miss(f"the page and Configuration.swift differ in {', '.join(sorted(difference))}")
    sources = "".join(path.read_text(encoding="utf-8") for path in _SETTINGS.glob("*.swift"))
    variables = set(re.findall(r"\bSPLITSEARCH_[A-Z_]+", sources))
    for page in (configuration, service):
        named = set(re.findall(r"\bEv (SPLITSEARCH_[A-Z_]+)", page))
        if missing := variables - named:
            raise Miss(f"a page does not name {', '.join(sorted(missing))}")


def _part(page, heading):
    """What stands between a heading and the next."""
    found = re.search(rf"^{re.escape(heading)}\n(.*?)^\.S[hs] ", page, re.DOTALL | re.MULTILINE)
    if not found:
        raise Miss(f"there is no “{heading}” in the page")
    return found[1]


def _demand_options(program, topic, part):
    shown = program.ask(*topic, "--help")
    options = re.findall(r"^  (?:-\w, )?--([a-z-]+)", shown, flags=re.MULTILINE)
    if "help" not in options:
        raise Miss(f"the help of {program.name} is not understood")
    missing = [name for name in options if not re.search(rf"\bFl -{name}(?![\w-])", part)]
    if missing:
        where = " ".join([program.name, *topic])
        raise Miss(f"the page does not name --{', --'.join(missing)} of {where}")

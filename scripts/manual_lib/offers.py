# SPDX-License-Identifier: GPL-3.0-or-later
"""What every shell must offer, and must not, at the end of a line."""

from service_lib.outcome import Miss

# In the folder where the lines are typed.
FILES = ("papers.toml", "papers.tsv")
FOLDERS = ("papers",)

_WANTED = {
    "splitsearch --j": ({"--json"}, {"--user"}),
    "splitsearch peace --j": ({"--json"}, {"--user"}),
    "splitsearch --json peace war --of": ({"--offset"}, set()),
    "splitsearch --": ({"--limit", "--index", "--config", "--system", "--help"}, set()),
    "splitsearch peace --per": ({"--per-document"}, set()),
    "splitsearch --facets ": ({"type", "folder", "lang", "document"}, {"papers"}),
    "splitsearch ": ({"search", "batch", "status", "help"}, {"papers"}),
    "splitsearch ba": ({"batch"}, {"search"}),
    "splitsearch st": ({"status"}, {"search"}),
    "splitsearch peace ": (set(), {"search", "batch", "status", "help"}),
    "splitsearch status --": (
        {"--json", "--color", "--index", "--config", "--user", "--system"},
        {"--limit", "--offset", "--per-document", "--facets"},
    ),
    "splitsearch status ": (set(), {"search", "batch", "papers"}),
    "splitsearch status --color ": ({"auto", "always", "never"}, {"papers"}),
    "splitsearch status --index pap": ({"papers"}, set(FILES)),
    "splitsearch ver": ({"verify"}, {"search"}),
    "splitsearch verify pap": ({"papers.tsv", "papers.toml"}, set()),
    "splitsearch verify --f": ({"--fix", "--format"}, {"--limit"}),
    "splitsearch cite --": ({"--as", "--quote", "--references"}, {"--limit", "--fix"}),
    "splitsearch show --": ({"--context", "--section", "--open"}, {"--limit"}),
    "splitsearch batch pap": ({"papers.tsv", "papers.toml"}, set()),
    "splitsearch batch --": ({"--limit", "--per-document", "--facets"}, {"--color"}),
    "splitsearch search --c": ({"--color", "--config"}, set()),
    "splitsearch --index pap": ({"papers"}, set(FILES)),
    "splitsearch peace --index pap": ({"papers"}, set(FILES)),
    "splitsearch batch --index pap": ({"papers"}, set(FILES)),
    "splitsearch --config pap": ({"papers.toml"}, {"papers.tsv"}),
    "splitsearch --color ": ({"auto", "always", "never"}, {"papers"}),
    "splitsearch peace --color a": ({"auto", "always"}, {"never"}),
    "splitsearchd --o": ({"--once"}, {"--index"}),
    "splitsearchd ": ({"check", "rebuild", "export", "help"}, {"papers"}),
    "splitsearchd re": ({"rebuild"}, {"check"}),
    "splitsearchd --documents pap": ({"papers"}, set(FILES)),
    "splitsearchd --index pap": ({"papers"}, set(FILES)),
    "splitsearchd --config pap": ({"papers.toml"}, {"papers.tsv"}),
    "splitsearchd --status pap": ({"papers.toml", "papers.tsv"}, set()),
    "splitsearchd rebuild --do": ({"--documents"}, set()),
    "splitsearchd check --": ({"--index"}, {"--documents"}),
}
LINES = tuple(_WANTED)


def check(answers):
    """Compares the candidates of every line with what is wanted there."""
    for line, (wanted, unwanted) in _WANTED.items():
        if missing := wanted - answers[line]:
            raise Miss(f"“{line}” is not offered {', '.join(sorted(missing))}: {answers[line]}")
        if surplus := unwanted & answers[line]:
            raise Miss(f"“{line}” is offered {', '.join(sorted(surplus))}")

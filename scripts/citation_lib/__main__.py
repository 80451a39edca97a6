# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what parsers read of each sample with what it was made of."""

import json
import pathlib
import sys

from . import bibtex, csl, html, markdown, w3c

FORMATS = {
    "markdown": markdown.check,
    "html": html.check,
    "bibtex": bibtex.check,
    "csl-json": csl.check,
    "w3c": w3c.check,
}


def main() -> int:
    """Prints the faults; 1 if there are any."""
    folder = pathlib.Path(sys.argv[1])
    fault_count = 0
    numbers = sorted(int(path.stem) for path in folder.glob("*.expected"))
    if not numbers:
        print("citation-check: no samples", file=sys.stderr)
        return 1
    for name, check in FORMATS.items():
        faults = []
        for number in numbers:
            expected = json.loads((folder / f"{number}.expected").read_text("utf-8"))
            # As bytes: Python would take a carriage return for a line's end.
            written = (folder / f"{number}.{name}").read_bytes().decode("utf-8")
            try:
                faults += [f"{number}.{name}: {fault}" for fault in check(written, expected)]
            except Exception as error:  # pylint: disable=broad-except
                faults.append(f"{number}.{name}: {type(error).__name__}: {error}")
        for fault in faults[:10]:
            print(fault[:600])
        fault_count += len(faults)
        print(f"{name}: {len(numbers)} citations, {len(faults)} faults")
    return 1 if fault_count else 0


sys.exit(main())

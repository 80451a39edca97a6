# SPDX-License-Identifier: GPL-3.0-or-later
"""How a trial ends when it does not end well, and where its files are."""

import contextlib
import os
import pathlib
import shutil
import sys
import tempfile


class Miss(Exception):
    """The programs did not do what they must."""


class Impossible(Exception):
    """This machine or this user cannot do the trial; it is skipped, aloud."""


def say(line, end="\n"):
    # A name may hold bytes that are no UTF-8.
    # One write a line: several trials may run side by side.
    sys.stdout.write(line.encode("utf-8", "backslashreplace").decode() + end)
    sys.stdout.flush()


@contextlib.contextmanager
def trial_folder(name, keep=False):
    """Lends a folder that is gone afterwards, unless something went wrong in it."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"splitsearch-{name}-"))
    try:
        yield folder
    except (Exception, KeyboardInterrupt):
        say(f"kept: {folder}")
        raise
    if keep:
        say(f"kept: {folder}")
    else:
        remove(folder)


def remove(path):
    """Removes a folder with all that is in it, whatever its names and modes are."""
    path = os.fsencode(path)
    for folder, _, _ in os.walk(path):
        with contextlib.suppress(OSError):
            os.chmod(folder, 0o700)
    shutil.rmtree(path, ignore_errors=True)

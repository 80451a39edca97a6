# SPDX-License-Identifier: GPL-3.0-or-later
"""What the kernel tells of a process."""

import os

TICK = 1 / os.sysconf("SC_CLK_TCK")


def _text(number, name):
    with open(f"/proc/{number}/{name}", encoding="ascii", errors="replace") as file:
        return file.read()


def state(number):
    """R, S, T …; Z when it is dead and nobody has asked."""
    return _text(number, "stat").rpartition(")")[2].split()[0]


def ticks(number):
    """Ticks of the processor's time that it has used."""
    fields = _text(number, "stat").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def bytes_written(number):
    """What it has handed to write(2): counted on every file system, in memory or not."""
    for line in _text(number, "io").splitlines():
        if line.startswith("wchar:"):
            return int(line.split()[1])
    raise OSError("no wchar")


def memory(number, name):
    """VmRSS or VmHWM, in bytes."""
    for line in _text(number, "status").splitlines():
        if line.startswith(name + ":"):
            return int(line.split()[1]) * 1024
    raise OSError(f"no {name}")


def reset_peak(number):
    """Lets VmHWM begin anew with what is used now."""
    with open(f"/proc/{number}/clear_refs", "w", encoding="ascii") as file:
        file.write("5")


def switches(number):
    """Context switches of each of its threads, those it wanted and those it did not."""
    counts = {}
    for thread in os.listdir(f"/proc/{number}/task"):
        try:
            lines = _text(number, f"task/{thread}/status").splitlines()
        except FileNotFoundError:
            continue
        counts[thread] = sum(int(l.split()[1]) for l in lines if "ctxt_switches" in l)
    return counts


def has_inotify(number):
    """Whether it has begun to listen to the file system."""
    return bool(_inotify(number))


def watches(number):
    """How many files and folders the kernel watches for it."""
    texts = [_text(number, f"fdinfo/{name}") for name in _inotify(number)]
    return sum(line.startswith("inotify ") for text in texts for line in text.splitlines())


def _inotify(number):
    """The descriptors by which it listens to the file system."""
    folder, found = f"/proc/{number}/fd", []
    for name in os.listdir(folder):
        try:
            if "inotify" in os.readlink(f"{folder}/{name}"):
                found.append(name)
        except FileNotFoundError:
            continue
    return found

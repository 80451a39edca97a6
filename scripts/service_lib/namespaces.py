# SPDX-License-Identifier: GPL-3.0-or-later
"""Mounts that nobody else sees, and users who may not do all."""

import os
import pathlib
import shutil
import subprocess
import time

from .outcome import Miss


def _works(command):
    if not shutil.which(command[0]):
        return False
    return subprocess.run([*command, "true"], capture_output=True).returncode == 0


def mount_namespace():
    """What a program is run by to make mounts of its own; None where that is not allowed."""
    for command in (["unshare", "--mount"], ["unshare", "--map-root-user", "--mount"]):
        if _works(command):
            return command
    return None


def without_capabilities():
    """What a program is run by so that modes count for it; None where that is not possible."""
    if os.geteuid() != 0:
        return []
    command = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", "--ambient-caps=-all"]
    return command if _works(command) else None


def with_watches(count):
    """What a program is run by so that it may have so many watches; None where not possible."""
    script = f'echo {count} >/proc/sys/user/max_inotify_watches && exec "$@"'
    command = ["unshare", "--map-root-user", "sh", "-c", script, "sh"]
    return command if _works(command) else None


def allow_watches(number, count):
    """Raises the limit of the user namespace that process `number` is in."""
    script = f"echo {count} >/proc/sys/user/max_inotify_watches"
    command = ["nsenter", "--user", f"--target={number}", "--preserve-credentials", "sh", "-c"]
    return subprocess.run([*command, script], capture_output=True).returncode == 0


class Mounts:
    """Mounts of a private namespace, gone when the block ends."""

    def __init__(self):
        self.places = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for place in reversed(self.places):
            subprocess.run(["umount", "--lazy", place], capture_output=True)

    def memory(self, place, size="256m"):
        """Mounts an empty file system in memory."""
        pathlib.Path(place).mkdir(parents=True, exist_ok=True)
        self._run("mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "tmpfs", place)
        self.places.append(place)

    def move(self, source, target):
        """Mounts at `target` what is mounted at `source`, and no longer there."""
        # Users without root may not use --move.
        self._run("mount", "--bind", source, target)
        self.places.append(target)
        self.unmount(source)

    def make_read_only(self, place):
        """Lays a read-only view of the folder over itself: what is open stays writable."""
        self._run("mount", "--bind", place, place)
        self.places.append(place)
        self._run("mount", "-o", "remount,bind,ro", place)

    def unmount(self, place, lazily=False):
        """Unmounts it once nobody has a file of it open."""
        end = time.monotonic() + 10
        options = ["--lazy"] if lazily else []
        while True:
            run = subprocess.run(["umount", *options, place], capture_output=True, text=True)
            if run.returncode == 0:
                break
            if time.monotonic() > end:
                raise Miss(f"cannot be unmounted: {run.stderr.strip()}")
            time.sleep(0.05)
        self.places.remove(place)

    def _run(self, *command):
        words = [str(word) for word in command]
        run = subprocess.run(words, capture_output=True, text=True)
        if run.returncode != 0:
            raise Miss(f"{' '.join(words)}: {run.stderr.strip()}")

# SPDX-License-Identifier: GPL-3.0-or-later
"""That the booted system leaves this machine alone; see installation_steps."""

import os
import pathlib

from .outcome import Miss, trial_folder


def apart(machine):
    """what happens in the sandbox stays in it"""
    with trial_folder("sandbox") as outside:
        machine.run("mkdir", "-p", outside)
        machine.run("ln", "-s", outside, "/srv/link")
        machine.write("/srv/link/letter.txt", "A letter.\n")
        if os.listdir(outside):
            raise Miss(f"what is written in there by a link is written here: {os.listdir(outside)}")
        machine.expect(kept=[f"{outside}/letter.txt", "/srv/link/letter.txt"])
    machine.run("rm", "/srv/link")
    # The same value: nothing would come of it if it could be written.
    setting = pathlib.Path("/proc/sys/fs/protected_fifos")
    words = ["sh", "-c", 'echo "$1" >"$2"', "sh", setting.read_text().strip(), setting]
    if machine.run(*words, check=False).returncode == 0:
        raise Miss(f"{setting} can be written in there")
    states = machine.run("systemctl", "show", "--property=LoadState", "--value", "systemd-sysctl",
                         "systemd-modules-load", "systemd-binfmt").stdout.split()
    if set(states) != {"masked"}:
        raise Miss(f"services that change the kernel's settings are {states}")
    enabled = machine.run("sh", "-c", "ls -d /etc/systemd/*/*.wants /etc/systemd/*/*.requires "
                          "/etc/rc?.d/S*", check=False).stdout.split()
    if enabled:
        raise Miss(f"this machine's own is started: {enabled}")

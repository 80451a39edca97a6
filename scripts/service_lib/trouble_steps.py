# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong around the system's service, or comes late; see installation_steps."""

import time

from .machine import CONFIGURATION, INDEX, QUERY, UNIT, quote
from .outcome import Miss
from .system_steps import elapsed
from .words import unique

ROOM_WITHIN = 45
MOUNT_WITHIN = 20


def reload_wrong_configuration(machine):
    """a reload with a wrong configuration keeps the old one, and says so"""
    file = machine.path(CONFIGURATION)
    good = file.read_text(encoding="utf-8")
    number, word, other = machine.number(), unique(machine.random), unique(machine.random)
    machine.write("/srv/other/other.txt", f"The word {other} stands in a folder of the future.\n")
    said = machine.journal_from_here(UNIT)
    file.write_text(f'{good}\n[[folder]]\npath = "/srv/other"\nfoldre = "x"\n', encoding="utf-8")
    machine.run("systemctl", "reload", UNIT)
    machine.until("it says so", lambda: "the old one goes on" in said(), timeout=10)
    quote("\n".join(line for line in said().splitlines() if "goes on" in line))
    if "foldre" not in said() or CONFIGURATION not in said():
        raise Miss(f"it does not say what is wrong:\n{said()}")
    # It works on as before, and with the folders of before.
    machine.write("/srv/more/after.txt", f"The word {word} was written after that.\n")
    # The client without --index would read the wrong configuration itself, and refuse.
    machine.until_seen(word, index=INDEX)
    if machine.sees(other, index=INDEX):
        raise Miss("half of the wrong configuration was taken over")
    if machine.number() != number or machine.show("ActiveState") != "active":
        raise Miss(f"it is {machine.show('ActiveState')}, or was restarted")
    file.write_text(good + '\n[[folder]]\npath = "/srv/other"\n', encoding="utf-8")
    machine.run("systemctl", "reload", UNIT)
    return f"once it is mended, taken over in {machine.until_seen(other):.2f} s"


def restarts_by_hand(machine):
    """restarted by hand eight times in a row, it runs"""
    machine.run("systemctl", "reset-failed", UNIT, check=False)
    start = time.monotonic()
    for _ in range(8):
        machine.run("systemctl", "restart", UNIT)
    taken = time.monotonic() - start
    if (state := machine.show("ActiveState")) != "active":
        raise Miss(f"it is {state}")
    machine.until_seen(QUERY)
    return f"in {taken:.1f} s"


def full_disk(machine):
    """the disk of an index is full at the start; it comes up by itself once there is room"""
    unit, disk = "splitsearchd@full.service", "/var/lib/splitsearch/full"
    word = unique(machine.random)
    machine.write("/srv/full/full.txt", f"The word {word} waits for a disk.\n")
    machine.write("/etc/splitsearch/full.toml", '[[folder]]\npath = "/srv/full"\n')
    machine.run("mkdir", disk)
    machine.run("mount", "-t", "tmpfs", "-o", "size=32M,mode=0750", "tmpfs", disk)
    try:
        machine.run("chown", "splitsearch:splitsearch", disk)
        machine.run("dd", "if=/dev/zero", f"of={disk}/filler", "bs=64k", check=False)
        said = machine.journal_from_here(unit)
        # Whether this waits, fails or succeeds is the service's own affair.
        machine.run("systemctl", "start", "--no-block", unit)
        # Longer than a handful of quick attempts last, after which a service may be given up.
        machine.until("so long", elapsed(12))
        index = f"{disk}/index"
        if machine.sees(word, index=index):
            raise Miss("the disk was not full: that it is found means nothing")
        failures = machine.show("NRestarts", unit)
        quote("\n".join(said().splitlines()[-6:]))
        machine.run("rm", f"{disk}/filler")
        taken = machine.until_seen(word, timeout=ROOM_WITHIN, index=index)
        machine.until("it runs", lambda: machine.show("ActiveState", unit) == "active")
    finally:
        machine.run("systemctl", "stop", unit, check=False)
        machine.run("systemctl", "reset-failed", unit, check=False)
        machine.run("umount", "--lazy", disk)
        machine.run("rm", "-r", disk, "/etc/splitsearch/full.toml")
    return f"found {taken:.1f} s after there was room; restarted by systemd {failures} times before"


def mounted_later(machine):
    """what is mounted on a watched empty folder while it runs is found"""
    place, disk = "/srv/disk", "/mnt/disk"
    word = unique(machine.random)
    machine.run("mkdir", "-p", place, disk)
    with open(machine.path(CONFIGURATION), "a", encoding="utf-8") as file:
        file.write(f'\n[[folder]]\npath = "{place}"\n')
    machine.run("systemctl", "reload", UNIT)
    machine.until("it watches the empty folder",
                  lambda: any(folder["path"] == place for folder in machine.status()["folders"]))
    machine.until_caught_up()
    number = machine.number()
    machine.run("mount", "-t", "tmpfs", "tmpfs", disk)
    machine.write(f"{disk}/papers/disk.txt", f"The word {word} stands on a disk.\n")
    machine.run("mount", "--bind", disk, place)
    taken = machine.until_seen(word, timeout=MOUNT_WITHIN)
    if machine.number() != number:
        raise Miss("it was restarted")
    later = unique(machine.random)
    machine.write(f"{place}/papers/later.txt", f"The word {later} came later.\n")
    return f"after {taken:.1f} s; what comes there later after {machine.until_seen(later):.2f} s"

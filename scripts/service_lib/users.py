# SPDX-License-Identifier: GPL-3.0-or-later
"""Users of a booted system, and their service managers."""

from .outcome import Impossible


def make_user(sandbox, name, *groups):
    """Makes a user with a home, if there is none, and puts it into the groups."""
    if sandbox.run("id", name, check=False).returncode != 0:
        sandbox.run("useradd", "--create-home", "--shell", "/bin/bash", name)
    for group in groups:
        sandbox.run("usermod", "--append", "--groups", group, name)


def start_user(sandbox, name):
    """Starts the user's service manager."""
    make_user(sandbox, name)
    number = sandbox.run("id", "-u", name).stdout.strip()
    run = sandbox.run("systemctl", "start", f"user@{number}.service", check=False)
    if run.returncode != 0:
        raise Impossible(f"the service manager of a user does not start: {run.stderr.strip()}")


def as_user(sandbox, name, *words):
    """The command that runs `words` as the user, at home and with the user's service manager."""
    number = sandbox.run("id", "-u", name).stdout.strip()
    home = sandbox.run("getent", "passwd", name).stdout.split(":")[5]
    place = f"/run/user/{number}"
    return ["runuser", "-u", name, "--", "env", "-i", f"HOME={home}", f"USER={name}",
            f"LOGNAME={name}", "LANG=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin",
            f"XDG_RUNTIME_DIR={place}", f"DBUS_SESSION_BUS_ADDRESS=unix:path={place}/bus", *words]

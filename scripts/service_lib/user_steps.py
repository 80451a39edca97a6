# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's own service, under a service manager of that person, step by step."""

import re

from .machine import CHECKOUT, PROGRAMS, QUERY, SAMPLE, UNIT, quote
from .outcome import Miss
from .users import as_user, make_user, start_user

NAME = "cleo"


def _run(machine, *words, **options):
    return machine.run(*as_user(machine.sandbox, NAME, *words), **options)


def _show(machine, name):
    return _run(machine, "systemctl", "--user", "show", "-P", name, UNIT).stdout.strip()


def _finds(machine):
    client = f"/home/{NAME}/.local/bin/splitsearch"
    return _run(machine, client, "--user", "-n", "1", QUERY, check=False).returncode == 0


def without_manager(machine):
    """without a service manager that can be reached: installed, and said what is left to do"""
    make_user(machine.sandbox, NAME)
    # What the shell alone was told of places is not where her manager looks for units.
    said = _run(machine, "env", f"XDG_DATA_HOME=/home/{NAME}/data", f"{CHECKOUT}/scripts/install",
                "--user", "--binaries", PROGRAMS).stdout
    machine.expect(kept=[f"/home/{NAME}/.local/share/systemd/user/{UNIT}"])
    if "systemctl --user enable --now splitsearchd.service" not in said:
        raise Miss(f"it does not say what is left to do:\n{said}")


def install(machine):
    """installed by a person for herself, started and ready"""
    start_user(machine.sandbox, NAME)
    quote(machine.install("--user", user=NAME))
    if _show(machine, "ActiveState") != "active":
        raise Miss(f"the service is {_show(machine, 'ActiveState')}")
    _run(machine, "cp", f"{CHECKOUT}/Tests/Corpus/samples/{SAMPLE}", f"/home/{NAME}/Documents/")
    _, taken = machine.until("it is found", lambda: _finds(machine))
    mode = _run(machine, "stat", "--format=%A", f"/home/{NAME}/.local/share/splitsearch/index").stdout
    if mode.strip() != "drwx------":
        raise Miss(f"the index has the mode {mode}")
    return f"found {taken:.2f} s after; status: {_show(machine, 'StatusText')}"


def protection(machine):
    """what protects it really holds, and systemd-analyze has nothing to say"""
    number = _show(machine, "MainPID")
    status = machine.path(f"/proc/{number}/status").read_text()
    if not re.search(r"^NoNewPrivs:\s+1\nSeccomp:\s+2$", status, re.M):
        raise Miss("no filter of system calls")
    mounts = machine.path(f"/proc/{number}/mountinfo").read_text().splitlines()
    root = next(line for line in mounts if line.split()[4] == "/")
    if not root.split()[5].startswith("ro"):
        raise Miss("it may write everywhere")
    run = _run(machine, "systemd-analyze", "--user", "--man=no", "verify", UNIT, check=False)
    if run.returncode != 0 or run.stdout or run.stderr:
        raise Miss(f"systemd-analyze verify: {run.stdout}{run.stderr}")
    text = _run(machine, "systemd-analyze", "--user", "security", "--no-pager", UNIT).stdout
    return re.search(r"exposure level for \S+: ([0-9.]+)", text)[0]


def again(machine):
    """the folder of the index taken away, killed, installed again: it goes on"""
    number = _show(machine, "MainPID")
    _run(machine, "systemctl", "--user", "stop", UNIT)
    _run(machine, "rm", "-r", f"/home/{NAME}/.local/share/splitsearch")
    _run(machine, "systemctl", "--user", "start", UNIT)
    machine.until("it is found", lambda: _finds(machine))
    machine.run("kill", "-KILL", _show(machine, "MainPID"))
    machine.until("it runs again", lambda: _show(machine, "NRestarts") == "1"
                  and _show(machine, "ActiveState") == "active")
    said = machine.install("--user", user=NAME)
    if "estarted" not in said or _show(machine, "MainPID") == number:
        raise Miss(f"not restarted:\n{said}")


def uninstall(machine):
    """uninstalled, and with --purge: only documents are left"""
    machine.script("uninstall", "--user", user=NAME)
    index = machine.path(f"/home/{NAME}/.local/share/splitsearch/index")
    if not index.exists():
        raise Miss("the index is gone")
    quote(machine.script("uninstall", "--user", "--purge", user=NAME))
    left = machine.run("find", f"/home/{NAME}", "-name", "*splitsearch*").stdout.split()
    if left:
        raise Miss(f"left: {left}")
    if not machine.path(f"/home/{NAME}/Documents/{SAMPLE}").exists():
        raise Miss("the documents are gone")


def without_namespaces(machine):
    """where users may have no namespaces, it runs with less protection"""
    number = machine.run("id", "-u", NAME).stdout.strip()
    manager = f"user@{number}.service"
    machine.write(f"/run/systemd/system/{manager}.d/trial.conf", "[Service]\nRestrictNamespaces=yes\n")
    machine.run("systemctl", "daemon-reload")
    machine.run("systemctl", "restart", manager)
    said = machine.install("--user", user=NAME)
    if "users may have no namespaces here" not in said:
        raise Miss(f"it does not say so:\n{said}")
    machine.until("it is found", lambda: _finds(machine))
    status = machine.path(f"/proc/{_show(machine, 'MainPID')}/status").read_text()
    if not re.search(r"^Seccomp:\s+2$", status, re.M):
        raise Miss("no filter of system calls")
    # Where they may again, all of it is back.
    machine.path(f"/run/systemd/system/{manager}.d/trial.conf").unlink()
    machine.run("systemctl", "daemon-reload")
    machine.run("systemctl", "restart", manager)
    machine.install("--user", user=NAME)
    if _show(machine, "PrivateUsers") != "yes":
        raise Miss("the exception stays where it is not needed")
    machine.script("uninstall", "--user", "--purge", user=NAME)
    return next(line for line in said.splitlines() if "namespaces" in line).strip()

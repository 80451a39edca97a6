# SPDX-License-Identifier: GPL-3.0-or-later
"""What the system's service could do if somebody else spoke out of it; see installation_steps."""

import contextlib
import re
import subprocess

from .machine import CHECKOUT, DOCUMENTS, UNIT, quote
from .outcome import Miss

_UNIT = "probe.service"
_PROBE = f"/usr/bin/env python3 {CHECKOUT}/scripts/service_lib/probe.py"
_PLACES = ("/home/open", "/opt/open", "/etc/splitsearch/open", f"{DOCUMENTS}/open")
_MARKS = [f"{folder}/probe-of-the-machine" for folder in ("/tmp", "/var/tmp", "/dev")]
_NAMESPACES = ("ipc", "mnt", "net", "user", "uts")


def confinement(machine):
    """in its place, another program can do nothing but its work"""
    _expect_confined(machine)
    # Everybody may write there.
    machine.run("mkdir", *_PLACES)
    machine.run("chmod", "0777", *_PLACES)
    machine.write("/home/open/letter.txt", "A letter.\n")
    machine.run("touch", *_MARKS)
    drop = ("Type=", "NotifyAccess=", "ExecReload=", "WatchdogSec=", "Restart")
    text = machine.run("systemctl", "cat", UNIT).stdout
    confined = [line for line in text.splitlines() if not line.startswith(drop)]
    with _listener(machine) as port:
        said = _probe(machine, confined, port)
        # Without all that, it can do everything: that it could not means something.
        bare = _probe(machine, ["[Service]", "ExecStart=", "User=splitsearch"], port)
    machine.run("rm", "-r", *_PLACES, *_MARKS)
    if bad := [line for line in said if line.startswith(("SHUT", "OPEN"))]:
        raise Miss(f"not as it should be: {bad}")
    if not any(line.startswith("open") for line in said):
        raise Miss(f"the probe did nothing: {said}")
    # Users may have no namespaces on some machines.
    if shut := [line for line in bare if line.startswith("shut") and "namespaces" not in line]:
        raise Miss(f"shut without any protection, so that it means nothing: {shut}")
    quote("\n".join(said))


def _expect_confined(machine):
    """Demands of the running service what no program can try."""
    number = machine.number()
    status = dict(
        re.split(r":\s*", line, maxsplit=1)
        for line in machine.path(f"/proc/{number}/status").read_text().splitlines()
    )
    for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"):
        if int(status[name], 16) != 0:
            raise Miss(f"it has powers: {name} {status[name]}")
    if status["NoNewPrivs"] != "1":
        raise Miss("it could gain privileges (NoNewPrivs)")
    if status["Seccomp"] != "2":
        raise Miss("no filter of system calls")
    for kind in _NAMESPACES:
        own, first = machine.run(
            "readlink", f"/proc/{number}/ns/{kind}", f"/proc/1/ns/{kind}"
        ).stdout.split()
        if own == first:
            raise Miss(f"it shares the machine's namespace: {kind}")
    # Nothing of a network is there that this could be tried on.
    if not machine.show("IPAddressDeny"):
        raise Miss("no address is denied to it (IPAddressDeny)")


def _probe(machine, lines, port):
    """Runs the probe in a unit of these lines; returns what it said."""
    unit = f"/run/systemd/system/{_UNIT}"
    command = f"ExecStart={_PROBE} {port} {' '.join(_PLACES)}"
    lines = [command if line.startswith("ExecStart=") else line for line in lines]
    machine.write(unit, "\n".join(lines).replace("[Service]", "[Service]\nType=oneshot") + "\n")
    machine.run("systemctl", "daemon-reload")
    said = machine.journal_from_here(_UNIT)
    machine.run("systemctl", "start", _UNIT, check=False)
    machine.run("journalctl", "--sync")
    machine.path(unit).unlink()
    machine.run("systemctl", "daemon-reload")
    lines = said().splitlines()
    if "the end" not in lines:
        raise Miss(f"the probe did not come to its end: {lines}")
    return [line for line in lines if re.match("(?i)(shut|open): ", line)]


@contextlib.contextmanager
def _listener(machine):
    """Somebody who listens on the machine's own network; lends the port."""
    script = ("import socket\n"
              "s = socket.create_server(('127.0.0.1', 0))\n"
              "print(s.getsockname()[1], flush=True)\n"
              "while True: s.accept()[0].close()")
    words = machine.sandbox.command("/usr/bin/env", "python3", "-c", script)
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True) as process:
        try:
            port = process.stdout.readline()
            if not port:
                raise Miss(f"nobody can listen in there: {process.stderr.read().strip()}")
            yield int(port)
        finally:
            process.kill()

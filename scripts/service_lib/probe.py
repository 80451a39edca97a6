# SPDX-License-Identifier: GPL-3.0-or-later
"""Tries what the service must not be able to do, and what it must: python3 probe.py PORT FOLDER…

On PORT of this machine somebody listens; into each FOLDER everybody may write. Run in the service's
place, in a unit with the same settings. Prints a line for each. What it must not do, it could do
without the settings: no mode of a file and no lack of power is in the way.
"""

import contextlib
import ctypes
import mmap
import os
import pathlib
import socket
import sys

_TRACE_ME = 0
_NO_RANDOM_ADDRESSES = 0x40000
_NEW_USER_NAMESPACE = 0x10000000

libc = ctypes.CDLL(None, use_errno=True)


def call(function, *arguments):
    if function(*arguments) == -1:
        raise OSError(ctypes.get_errno(), "refused")


def write(folder):
    path = pathlib.Path(folder, "probe")
    path.write_text("A probe.\n")
    path.unlink()


def in_child(action):
    """Does what cannot be undone."""
    child = os.fork()
    if child == 0:
        status = 1
        with contextlib.suppress(OSError):
            action()
            status = 0
        os._exit(status)
    if os.waitpid(child, 0)[1] != 0:
        raise OSError("refused")


def make_suid():
    path = pathlib.Path("/tmp/suid")
    path.write_text("")
    path.chmod(0o4755)


def must_not(what, action):
    try:
        action()
        print(f"OPEN: {what}", flush=True)
    except OSError:
        print(f"shut: {what}", flush=True)


def must(what, action):
    try:
        action()
        print(f"open: {what}", flush=True)
    except OSError as error:
        print(f"SHUT: {what}: {error}", flush=True)


def main():
    port, places = int(sys.argv[1]), sys.argv[2:]
    for place in places:
        must_not(f"writing in {place}", lambda place=place: write(place))
    must_not("the machine's /tmp", lambda: os.stat("/tmp/probe-of-the-machine"))
    must_not("the machine's /var/tmp", lambda: os.stat("/var/tmp/probe-of-the-machine"))
    must_not("the machine's devices", lambda: os.stat("/dev/probe-of-the-machine"))
    must_not("other processes in /proc", lambda: os.stat("/proc/1/stat"))
    must_not("the kernel's settings in /proc", lambda: os.stat("/proc/sys/kernel/hostname"))
    must_not("the network of the machine",
             lambda: socket.create_connection(("127.0.0.1", port), timeout=2).close())
    must_not("sockets of the internet", lambda: socket.socket(socket.AF_INET).close())
    must_not("namespaces", lambda: in_child(lambda: call(libc.unshare, _NEW_USER_NAMESPACE)))
    must_not("files that run as their owner", make_suid)
    must_not("another personality", lambda: call(libc.personality, _NO_RANDOM_ADDRESSES))
    must_not("memory that is written and run", lambda: mmap.mmap(
        -1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC).close())
    must_not("tracing (no call of a service)",
             lambda: in_child(lambda: call(libc.ptrace, _TRACE_ME, 0, 0, 0)))
    must_not("choosing processors (a call for resources)",
             lambda: os.sched_setaffinity(0, os.sched_getaffinity(0)))
    must("reading in /home", lambda: pathlib.Path("/home/open/letter.txt").read_text())
    must("writing the index", lambda: write("/var/lib/splitsearch/index"))
    must("writing the status", lambda: write("/run/splitsearch"))
    must("threads that wait for idle processors",
         lambda: os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0)))
    must("asking for priorities", lambda: os.setpriority(os.PRIO_PROCESS, 0, -20))
    print("the end", flush=True)


main()

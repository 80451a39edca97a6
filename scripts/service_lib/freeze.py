# SPDX-License-Identifier: GPL-3.0-or-later
"""Stops one thread of a process for as long as this program runs: python3 freeze.py PID NAME

Prints a line when it stands. Ends when the thread does, or when its standard input is closed.
"""

import ctypes
import os
import pathlib
import sys
import threading

_SEIZE, _INTERRUPT = 0x4206, 0x4207
_WAIT_FOR_THREADS = 0x40000000


def main():
    process, name = int(sys.argv[1]), sys.argv[2]
    tasks = pathlib.Path(f"/proc/{process}/task")
    threads = [t for t in tasks.iterdir() if (t / "comm").read_text().strip() == name]
    if len(threads) != 1:
        sys.exit(f"freeze: {len(threads)} threads are called {name}")
    number = int(threads[0].name)
    ptrace = ctypes.CDLL(None, use_errno=True).ptrace
    ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    for request in (_SEIZE, _INTERRUPT):
        if ptrace(request, number, None, None) != 0:
            sys.exit(f"freeze: {os.strerror(ctypes.get_errno())}")
    _, status = os.waitpid(number, _WAIT_FOR_THREADS)
    print(f"frozen: thread {number}", flush=True)

    def end_with_input():
        sys.stdin.read()
        # The kernel lets the thread go on.
        os._exit(0)

    threading.Thread(target=end_with_input, daemon=True).start()
    # A thread that somebody traces is not gone, and so its process is not, until it is waited for.
    while not (os.WIFEXITED(status) or os.WIFSIGNALED(status)):
        try:
            _, status = os.waitpid(number, _WAIT_FOR_THREADS)
        except ChildProcessError:
            break


main()

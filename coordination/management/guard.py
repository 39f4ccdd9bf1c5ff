"""Runs one command and sees to it that nothing of it outlives the one who asked for it.

Started by `supervisor.py` as `python -I guard.py GRACE COMMAND...`; uses nothing but the standard library, so that it is
small and ready at once. Its standard input is a leash, a pipe whose other end only the supervisor holds: when the
supervisor lets go, or is killed, the pipe closes and the guard ends the command. As a "child subreaper" it inherits
whatever the command's own children leave behind, however they were forked, and can therefore find and end that too.

Linux only: `prctl` and `/proc`.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
LEASH = 0


def main(grace: float, command: list[str]) -> int:
    """Run `command` until it ends or the leash is let go; return its exit status, 128 + n after signal n.

    `grace` is how many seconds the command has between SIGTERM and SIGKILL.
    """
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    os.set_blocking(woken, False)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    for number in (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    become_subreaper()
    # Should the guard itself be killed, the command's first process goes with it; the supervisor ends the rest.
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, preexec_fn=lambda: _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    )

    status = _watch(process.pid, woken)
    if status is None:
        status = _ask_to_stop(process.pid, woken, grace)
    end_descendants()
    return _exit_code(status)


def _watch(pid: int, woken: int) -> int | None:
    """Wait for the command's end (its wait status) or a wish to stop it (None)."""
    while True:
        ready, _, _ = select.select([LEASH, woken], [], [])
        if woken in ready and {signal.SIGTERM, signal.SIGINT} & set(os.read(woken, 4096)):
            return None
        status = _reap(pid)
        if status is not None:
            return status
        if LEASH in ready and not os.read(LEASH, 1):
            return None


def _ask_to_stop(pid: int, woken: int, grace: float) -> int | None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
    until = time.monotonic() + grace
    while (left := until - time.monotonic()) > 0:
        status = _reap(pid)
        if status is not None:
            return status
        if select.select([woken], [], [], min(left, 1))[0]:
            os.read(woken, 4096)
    return None


def _reap(pid: int) -> int | None:
    """Collect every child that has ended; return the wait status of `pid` if it is among them."""
    found = None
    with contextlib.suppress(ChildProcessError):
        while True:
            ended, status = os.waitpid(-1, os.WNOHANG)
            if not ended:
                break
            if ended == pid:
                found = status
    return found


def become_subreaper() -> None:
    """From now on an orphan among this process's descendants becomes its child, not init's."""
    _prctl(PR_SET_CHILD_SUBREAPER, 1)


def end_descendants(spare: frozenset[int] = frozenset()) -> None:
    """Kill and reap every descendant of this process but those in `spare` and below them."""
    while pids := descendants(os.getpid(), spare):
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for pid in pids:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, os.WNOHANG)
        time.sleep(0.02)


def descendants(ancestor: int, spare: frozenset[int] = frozenset()) -> list[int]:
    """Every process below `ancestor`, leaving out those in `spare` and below them; from `/proc`, as of now."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            # "pid (name) state parent ..."; the name may hold spaces and brackets.
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(stat.parent.name))
    found: list[int] = []
    waiting = [ancestor]
    while waiting:
        below = [pid for pid in children.get(waiting.pop(), []) if pid not in spare]
        found += below
        waiting += below
    return found


def _exit_code(status: int | None) -> int:
    if status is None:
        return 128 + signal.SIGKILL
    code = os.waitstatus_to_exitcode(status)
    return code if code >= 0 else 128 - code


def _prctl(option: int, value: int) -> None:
    if ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2:]))

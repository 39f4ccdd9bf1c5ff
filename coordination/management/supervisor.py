"""Keeps a few commands running side by side: what falls is put up again, and nothing outlives the supervisor."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from coordination.management.guard import become_subreaper, end_descendants

if TYPE_CHECKING:
    from collections.abc import Callable

GUARD = Path(__file__).with_name("guard.py")
FIRST_WAIT = 0.5
LONGEST_WAIT = 30.0
LONG_LIFE = 60.0
LISTENED_TO = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD}


@dataclass
class Service:
    """One command under a guard of its own; `name` is how the operator knows it.

    `grace` is how many seconds it may take to finish its work when asked to stop.
    """

    name: str
    command: list[str]
    grace: float = 20.0
    guard: subprocess.Popen | None = field(default=None, init=False)
    started_at: float = field(default=0.0, init=False)
    due_at: float = field(default=0.0, init=False)
    falls: int = field(default=0, init=False)

    def start(self) -> None:
        command = [sys.executable, "-I", str(GUARD), str(self.grace), *self.command]
        self.started_at = time.monotonic()
        self.guard = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)

    def fallen(self) -> int | None:
        """The exit code if it has ended since the last look."""
        return self.guard.poll() if self.guard else None

    def clear_away(self) -> None:
        """Forget the fallen guard and choose when to start again: later after each quick fall."""
        self.guard.stdin.close()
        self.guard = None
        now = time.monotonic()
        self.falls = 0 if now - self.started_at > LONG_LIFE else self.falls
        self.due_at = now + min(FIRST_WAIT * 2**self.falls, LONGEST_WAIT)
        self.falls += 1

    def let_go(self) -> None:
        if self.guard:
            self.guard.stdin.close()

    def wait_for_end(self) -> None:
        if not self.guard:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.guard.wait(self.grace + 5)


def run(services: list[Service], say: Callable[[str], None], each_turn: Callable[[], float] = lambda: 60.0) -> None:
    """Run `services` until SIGTERM, SIGINT or SIGHUP, then end them all, gently first.

    `each_turn` is called between looks and returns after how many seconds it wants to be called again.
    """
    become_subreaper()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, LISTENED_TO)
    try:
        while True:
            _tend(services, say)
            heard = signal.sigtimedwait(LISTENED_TO, min(each_turn(), _next_start(services)))
            if heard and heard.si_signo != signal.SIGCHLD:
                break
    finally:
        for service in services:
            service.let_go()
        for service in services:
            service.wait_for_end()
        end_descendants()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _tend(services: list[Service], say: Callable[[str], None]) -> None:
    for service in services:
        code = service.fallen()
        if code is not None:
            service.clear_away()
            # A guard that was killed could not clean up; what it left is ours now.
            end_descendants(spare=frozenset(other.guard.pid for other in services if other.guard))
            wait = service.due_at - time.monotonic()
            say(f"{service.name} ended with code {code}; starting it again in {wait:.1f} s")
        if service.guard is None and time.monotonic() >= service.due_at:
            service.start()


def _next_start(services: list[Service]) -> float:
    now = time.monotonic()
    return min([max(service.due_at - now, 0.01) for service in services if service.guard is None], default=60.0)

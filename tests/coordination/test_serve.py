"""What serves comes back when it falls, and nothing outlives the one command: with real processes and real signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError

from tests.plugins.smtp import free_port

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[2]

# A server that writes down its process and its child's, as granian and the worker's cluster have children of their own;
# the child leaves its parent's session and does not mind being asked to stop.
STUBBORN_FAMILY = """
    import os, pathlib, signal, sys, time
    child = os.fork()
    if child == 0:
        os.setsid()
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    else:
        with pathlib.Path(sys.argv[1], "born").open("a") as log:
            log.write(f"{os.getpid()} {child}\\n")
    while True:
        time.sleep(60)
"""

SUPERVISOR = """
    import sys
    from coordination.management.supervisor import Service, run
    command = [sys.executable, "-c", sys.argv[1], sys.argv[2]]
    run([Service("web", command, grace=0.5), Service("worker", command, grace=0.5)], say=print)
"""

CALM = """
    import pathlib, signal, sys
    def finish(*_):
        pathlib.Path(sys.argv[1], "finished").touch()
        sys.exit()
    signal.signal(signal.SIGTERM, finish)
    pathlib.Path(sys.argv[1], "ready").touch()
    signal.pause()
"""


class Supervised:
    """A supervisor of two services, and the processes they have written down."""

    def __init__(self, folder: Path, script: str) -> None:
        self.folder = folder
        command = [sys.executable, "-c", textwrap.dedent(SUPERVISOR), textwrap.dedent(script), str(folder)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)

    def born(self) -> list[tuple[int, int]]:
        """Each service that was ever started, oldest first, and its child."""
        path = self.folder / "born"
        lines = path.read_text().splitlines() if path.exists() else []
        return [(int(parent), int(child)) for parent, child in map(str.split, lines)]

    def living(self) -> list[int]:
        return [pid for pair in self.born() for pid in pair if is_alive(pid)]


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def wait_until(happens: Callable[[], object], seconds: float = 15) -> None:
    until = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.02)


@pytest.fixture
def family(tmp_path: Path) -> Iterator[Supervised]:
    supervised = Supervised(tmp_path, STUBBORN_FAMILY)
    wait_until(lambda: len(supervised.born()) == 2)
    yield supervised
    supervised.process.kill()
    supervised.process.wait()
    wait_until(lambda: supervised.living() == [])


def test_a_killed_service_comes_back_without_its_orphans(family):
    (first, _), others = family.born()

    os.kill(first, signal.SIGKILL)

    wait_until(lambda: len(family.born()) == 3)
    assert family.living() == [*others, *family.born()[2]]


def test_a_killed_guard_takes_its_service_along_and_is_replaced(family):
    (first, _), others = family.born()

    os.kill(parent_of(first), signal.SIGKILL)

    wait_until(lambda: len(family.born()) == 3)
    assert family.living() == [*others, *family.born()[2]]


def test_a_killed_parent_leaves_no_orphan(family):
    family.process.kill()
    family.process.wait()

    wait_until(lambda: family.living() == [])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_stop_ends_everything_even_what_will_not_listen(family, number):
    family.process.send_signal(number)

    assert family.process.wait(15) == 0
    assert family.living() == []


def test_a_stop_lets_work_finish(tmp_path):
    supervised = Supervised(tmp_path, CALM)
    wait_until(lambda: (tmp_path / "ready").exists())

    supervised.process.terminate()

    assert supervised.process.wait(15) == 0
    assert (tmp_path / "finished").exists()


def test_quick_falls_are_put_up_ever_more_slowly():
    from coordination.management.supervisor import Service

    service = Service("web", [sys.executable, "-c", "pass"])
    waits = []
    for _ in range(3):
        service.start()
        service.guard.wait()
        before = time.monotonic()
        service.clear_away()
        waits.append(round(service.due_at - before, 1))

    assert waits == [0.5, 1.0, 2.0]


def test_a_taken_port_is_refused_at_once(live_server):
    port = live_server.thread.port

    with pytest.raises(CommandError, match=f"Cannot serve on 127.0.0.1:{port}"):
        call_command("serve", host="127.0.0.1", port=port)


def test_the_demo_is_served_on_this_machine_only(settings):
    settings.DEMO = True

    with pytest.raises(CommandError, match="signs anybody in"):
        call_command("serve", host="0.0.0.0", port=free_port())


def test_production_is_not_served_with_the_demo_or_keys_everybody_knows(settings):
    settings.PRODUCTION = settings.DEMO = True

    with pytest.raises(SystemCheckError, match=r"kuuluviin\.E001"):
        call_command("serve", host="127.0.0.1", port=free_port())


@pytest.fixture
def serving(database_url: str, tmp_path: Path) -> Iterator[tuple[subprocess.Popen, int, Path]]:
    """`manage.py serve` itself on the test database, its port, and the file of what it says."""
    port, said = free_port(), tmp_path / "said"
    environment = {**os.environ, "TEST_DATABASE_URL": database_url, "KUULUVIIN_DATA": str(tmp_path)}
    command = [sys.executable, "manage.py", "serve", "--port", str(port)]
    with said.open("w") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out)
    yield process, port, said
    family = below(process.pid)
    process.kill()
    process.wait()
    # The guards let what they guard finish its work first: twenty seconds for the worker.
    wait_until(lambda: not any(is_alive(pid) for pid in family), seconds=60)


def below(ancestor: int) -> list[int]:
    from coordination.management.guard import descendants

    return descendants(ancestor)


def command_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def test_the_real_thing_says_where_to_look_and_comes_back(serving):
    from coordination.management.commands.serve import is_healthy

    process, port, said = serving
    wait_until(lambda: "answers at" in said.read_text() or process.poll() is not None, seconds=60)
    assert f"Kuuluviin answers at http://127.0.0.1:{port}/" in said.read_text().splitlines()
    wait_until(lambda: any("qcluster" in command_of(pid) for pid in below(process.pid)))
    family = below(process.pid)
    mains = [pid for pid in family if "guard.py" in command_of(parent_of(pid))]
    assert len(mains) == 2

    for pid in mains:
        os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not any(is_alive(pid) for pid in mains))

    wait_until(lambda: is_healthy("127.0.0.1", port), seconds=60)
    family += below(process.pid)
    process.kill()
    process.wait()
    wait_until(lambda: not any(is_alive(pid) for pid in family))

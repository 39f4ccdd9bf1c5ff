"""A throw-away PostgreSQL cluster for `TEST_DB=postgres`.

Runs as an unprivileged user, listens on a socket alone, writes nothing durable, and is gone when pytest ends. Only the
process the developer started makes one; its xdist workers use the same.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "deadlock_timeout": "200ms",
    "autovacuum": "off",
}


class Cluster:
    """One PostgreSQL cluster in a short temporary folder (a socket's path may have 107 bytes)."""

    def __init__(self) -> None:
        self.programs = _programs()
        self.user = _unprivileged_user()
        self.folder = Path(tempfile.mkdtemp(prefix="kpg"))
        if self.user:
            shutil.chown(self.folder, self.user)
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        data = self.folder / "data"
        self._call("initdb", "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = [f"--{name}={value}" for name, value in SETTINGS.items()]
        command = [self.programs / "postgres", "-D", data, "-k", self.folder, *options]
        with (self.folder / "log").open("w") as log:
            self.process = subprocess.Popen(
                command, user=self.user, stdout=log, stderr=log, cwd=self.folder, start_new_session=True
            )
        self._wait()

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _wait(self) -> None:
        import psycopg

        until = time.monotonic() + 30
        while True:
            try:
                psycopg.connect(host=str(self.folder), user="postgres", dbname="postgres").close()
            except psycopg.OperationalError:
                if self.process.poll() is not None or time.monotonic() > until:
                    raise pytest.UsageError(f"PostgreSQL did not start:\n{(self.folder / 'log').read_text()}") from None
                time.sleep(0.1)
            else:
                return

    def _call(self, program: str, *arguments: object) -> None:
        command = [self.programs / program, *arguments]
        done = subprocess.run(command, user=self.user, capture_output=True, text=True, cwd=self.folder, check=False)
        if done.returncode:
            raise pytest.UsageError(f"{program} failed:\n{done.stdout}{done.stderr}")


def _programs() -> Path:
    """Where `initdb` and `postgres` are: $PG_BIN, Debian's newest, or the PATH."""
    on_path = shutil.which("postgres")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    candidates = [Path(os.environ["PG_BIN"])] if "PG_BIN" in os.environ else debian
    candidates += [Path(on_path).resolve().parent] if on_path else []
    for folder in candidates:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise pytest.UsageError("PostgreSQL is missing: `make system` installs it, or set PG_BIN to its bin folder.")


def _unprivileged_user() -> str | None:
    """PostgreSQL refuses to run as root."""
    if os.geteuid():
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise pytest.UsageError("Running as root and there is neither a user postgres nor nobody to start PostgreSQL as.")


def _wanted() -> bool:
    return os.environ.get("TEST_DB") == "postgres"


def pytest_configure(config: pytest.Config) -> None:
    if not _wanted():
        return
    if "TEST_PG_SOCKET" not in os.environ and not config.option.collectonly:
        cluster = Cluster()
        config.add_cleanup(lambda: os.environ.pop("TEST_PG_SOCKET", None))
        config.add_cleanup(cluster.stop)
        cluster.start()
        os.environ["TEST_PG_SOCKET"] = str(cluster.folder)
    if "TEST_PG_SOCKET" in os.environ:
        from django.db import connection

        connection.settings_dict["HOST"] = os.environ["TEST_PG_SOCKET"]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """`-m postgres` need not read the modules that never say the word."""
    if config.option.markexpr != "postgres" or not collection_path.match("test_*.py"):
        return None
    return True if b"postgres" not in collection_path.read_bytes() else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test marked `postgres(only=True)` has nothing to say about SQLite: it is left out there."""
    if _wanted():
        return
    only = [item for item in items if (mark := item.get_closest_marker("postgres")) and mark.kwargs.get("only")]
    if only:
        config.hook.pytest_deselected(items=only)
        items[:] = [item for item in items if item not in only]

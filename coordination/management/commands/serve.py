"""`manage.py serve`: the web server and the worker together, as one command."""

from __future__ import annotations

import http.client
import os
import socket
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from coordination.management.supervisor import Service, run

SECONDS_BETWEEN_LOOKS = 0.3
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Command(BaseCommand):
    help = "Serve web and worker together; whichever falls is started again, and both end with this command."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
        parser.add_argument("--threads", type=int, default=4, help="how many requests are answered at the same time")

    def handle(self, *, host: str, port: int, threads: int, **options: object) -> None:
        self._refuse_unsafe_start(host)
        refuse_taken_port(host, port)
        os.environ["PORT"] = str(port)
        os.environ["DJANGO_SETTINGS_MODULE"] = settings.SETTINGS_MODULE
        self.host, self.port, self.announced = host, port, False
        services = [
            Service("web", web_command(host, port, threads), grace=10),
            Service("worker", worker_command(), grace=20),
        ]
        run(services, say=self._say, each_turn=self._announce_when_ready)

    def _refuse_unsafe_start(self, host: str) -> None:
        """The demo signs anybody in, so it stays on this machine; production passes the checks of a deployment."""
        if settings.DEMO and host not in LOOPBACK:
            raise CommandError("The demo signs anybody in with one click: serve it on 127.0.0.1 only.")
        if settings.PRODUCTION:
            self.check(include_deployment_checks=True)

    def _say(self, line: str) -> None:
        self.stderr.write(line)

    def _announce_when_ready(self) -> float:
        if not self.announced and is_healthy(self.host, self.port):
            self.announced = True
            self.stdout.write("\n".join(["", *where_to_look(self.host, self.port), ""]))
            self.stdout.flush()
        return 60.0 if self.announced else SECONDS_BETWEEN_LOOKS


def web_command(host: str, port: int, threads: int) -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "coordination.wsgi:application"),
        *("--interface", "wsgi", "--no-ws", "--host", host, "--port", str(port)),
        *("--workers", "1", "--blocking-threads", str(threads), "--respawn-failed-workers"),
        *("--workers-kill-timeout", "5", "--log-level", "warning"),
    ]


def worker_command() -> list[str]:
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), "qcluster"]


def refuse_taken_port(host: str, port: int) -> None:
    """Raises CommandError if another process listens on the port already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(f"Cannot serve on {host}:{port} ({error.strerror}); choose another: PORT=8001") from None


def is_healthy(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", "/healthz", headers={"Host": probe_host(host)})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def probe_host(host: str) -> str:
    """A name the site answers to: the probe must not be refused as a stranger's Host header."""
    named = [name.removeprefix(".") for name in settings.ALLOWED_HOSTS if name != "*"]
    return host if host in named or not named else named[0]


def where_to_look(host: str, port: int) -> list[str]:
    address = f"http://{host}:{port}"
    lines = [f"Kuuluviin answers at {address}/"]
    if settings.DEMO:
        lines += [f"Sign in as anyone of the cast with one click: {address}/demo/"]
    return [*lines, "Ctrl-C stops web and worker."]

"""A real gateway for text messages: a small HTTP server that keeps what it was asked to send."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

HANG_UP = 0


@dataclass
class Gateway:
    """What was asked for, and how to answer next: status codes, oldest first; `HANG_UP` breaks the line instead."""

    asked: list[dict] = field(default_factory=list)
    keys: list[tuple[str, str]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)


@pytest.fixture
def gateway(settings) -> Iterator[Gateway]:
    """The settings point at a gateway of this test."""
    kept = Gateway()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            kept.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            kept.keys.append((self.headers["Authorization"], self.headers["Idempotency-Key"]))
            code = kept.answers.pop(0) if kept.answers else 202
            if code == HANG_UP:
                self.close_connection = True
                return
            self.send_response(code)
            self.send_header("Location", "http://127.0.0.1:1/elsewhere")
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    settings.SMS_BACKEND, settings.SMS_TOKEN, settings.SMS_TIMEOUT = "http", "salainen", 2
    settings.SMS_URL = f"http://127.0.0.1:{server.server_port}/send"
    yield kept
    server.shutdown()
    server.server_close()
    thread.join()

"""Workers to be killed: for each line “go” a child of its own makes the packet and delivers; its key is told, then how it ended.

One process learns Django once, the children are copies of it: a life costs milliseconds.
"""

import os
import sys

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402

from coordination.messaging.domain import delivery  # noqa: E402
from councils.domain import packet  # noqa: E402


def live(key: int) -> None:
    """One life of the worker: what its two tasks do."""
    connections.close_all()
    packet.make(key)
    delivery.sweep()
    delivery.deliver()


def main(key: int, port: int) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    print("ready", flush=True)  # noqa: T201
    for __ in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                live(key)
            finally:
                os._exit(0)
        print(child, flush=True)  # noqa: T201
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

"""Every morning: what waits for the digest leaves in one message a reader."""

from coordination.messaging.domain import digest


def gather() -> int:
    return digest.gather()

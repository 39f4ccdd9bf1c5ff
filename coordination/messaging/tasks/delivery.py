"""The worker's part: deliver, and sweep up after a worker that vanished."""

from coordination.messaging.domain import delivery


def deliver() -> int:
    """Send what is due."""
    return delivery.deliver()


def sweep() -> int:
    """Once a minute: free what is stuck, then send what is due (reminders, second tries)."""
    freed = delivery.sweep()
    return freed + delivery.deliver()

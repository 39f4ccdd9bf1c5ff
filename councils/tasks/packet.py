"""The worker's part of a packet."""

from coordination.records.domain import job
from councils.domain import packet


def make(key: int) -> None:
    """Hand out the packet that a job (by its key) belongs to; begun again after a worker that vanished."""
    job.carry_out(key, lambda work: packet.make(work.cursor["packet"], work), job.ON)


def go_on() -> int:
    """Every ten minutes: packets that nobody went on with. Returns how many."""
    return packet.go_on()

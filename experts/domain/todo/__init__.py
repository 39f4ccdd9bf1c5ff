"""What waits for whom in the experts' wing; the roof adds the wings up (`portal.domain.todo`)."""

from .coordinator import for_coordinator
from .expert import for_expert
from .orderer import for_orderer
from .remark import for_updater
from .talk import unread_of

__all__ = ["for_coordinator", "for_expert", "for_orderer", "for_updater", "unread_of"]

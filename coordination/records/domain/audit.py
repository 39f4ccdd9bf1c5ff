"""The audit stands on the ground floor, since people are audited too; the rest of the house finds it here."""

from coordination.people.domain.audit import ACTIONS, forget, log

__all__ = ["ACTIONS", "forget", "log"]

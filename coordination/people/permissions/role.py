"""What each role may do, in code (house rule: roles in code, scoped to a branch, with an end date)."""

from __future__ import annotations

from coordination.people.models import Role

ADMIN_DOOR = "wagtailadmin.access_admin"

_LOOK_AND_CHANGE = ("view", "add", "change")


def _on(app: str, *models: str, verbs: tuple[str, ...] = _LOOK_AND_CHANGE) -> set[str]:
    return {f"{app}.{verb}_{model}" for model in models for verb in verbs}


_RECRUITING = _on("recruitment", "campaign", "applicant", "interview") | _on("events", "event")
_COUNCILS = _on("councils", "council", "membership", "topic", "meeting", "minutes", "statement", "bulletin")

# Payments, never life stories: nothing of an expert, a CV or an order is here.
_MONEY = _on("fees", "paymentbatch", "batchlayout", "paycode", "approver", "budget") | _on(
    "fees", "feeinquiry", verbs=("view", "change")
)

RIGHTS: dict[str, frozenset[str]] = {
    Role.Kind.STAFF: frozenset(),
    Role.Kind.COORDINATOR: frozenset(
        {ADMIN_DOOR}
        | _COUNCILS
        | _RECRUITING
        | _on("events", "eventseries")
        | _on("experts", "traininggroup", "training", "contract", "contracttemplate")
        | _on("experts", "expert", "cv", "servicearea", "tasktype")
        | _on("experts", "bookingrequest", "booking", "offer", "debrief", "pastbooking", verbs=("view", "change"))
        | _on("experts", "concern", "outofdate", "introduction", verbs=("view", "change"))
        | _on("people", "person", "unit", "unitagreement", "partnership")
        | _on("messaging", "message", "printrun", verbs=("view", "change"))
        | _on("messaging", "messagetext")
        | _on("privacy", "consent", verbs=("view", "change"))
        | _on("fees", "fee", verbs=("view",))
        | _on("fees", "feeinquiry", verbs=("view", "change"))
        | _on("fees", "budget", verbs=("view",))
        | _on("fees", "priceclass", "consequence", "travelrate", "travelclaim")
        | _on("records", "rule")
    ),
    Role.Kind.LEADER: frozenset(
        {ADMIN_DOOR} | _COUNCILS | _RECRUITING | _on("fees", "travelclaim", verbs=("view", "change"))
    ),
    Role.Kind.FINANCE: frozenset(
        {ADMIN_DOOR}
        | _MONEY
        | _on("fees", "fee", "travelclaim", verbs=("view", "change"))
        | _on("fees", "priceclass", "consequence", "travelrate")
    ),
    Role.Kind.EDITOR: frozenset({ADMIN_DOOR} | _on("wagtailimages", "image") | _on("wagtaildocs", "document")),
    Role.Kind.ADMIN: frozenset(
        {ADMIN_DOOR}
        | _on("people", "person", "unit", "unitagreement", "partnership", "role")
        | _on("experts", "expert", "servicearea", "tasktype", "bookingrequest", "booking", verbs=("view",))
        | _on("messaging", "message", verbs=("view",))
        | _on("messaging", "messagetext")
        | _on("privacy", "consent", verbs=("view",))
        | _on("records", "accessentry", verbs=("view",))
        | _on("cms", "organisationsettings", verbs=("view", "change"))
        | _on("records", "rule")
        | _on("fees", "priceclass", "consequence", "travelrate")
        | _MONEY
        | _on("fees", "fee", verbs=("view", "change"))
    ),
}


def rights(kind: str) -> frozenset[str]:
    """The permissions a role of this kind brings while it is open."""
    return RIGHTS.get(kind, frozenset())

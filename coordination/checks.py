"""System checks of the whole house: what must never start."""

from __future__ import annotations

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

KNOWN_KEYS = ("a key of the demo", "a key of the tests")


@register(Tags.security, deploy=True)
def nothing_of_the_demo(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """A production start with the demo's one-click sign-in, keys or day is refused."""
    found = []
    if settings.DEMO:
        found.append(
            Error(
                "The demo signs anybody in with one click. Use coordination.settings.production.", id="kuuluviin.E001"
            )
        )
    for name in ("SECRET_KEY", "WORDS_KEY", "LINK_KEY"):
        if str(getattr(settings, name)).startswith(KNOWN_KEYS):
            found.append(Error(f"{name} is a key everybody knows. Set your own.", id="kuuluviin.E002"))
    if not settings.SECOND_FACTOR_REQUIRED:
        found.append(Error("Readers of others' data must have a second factor.", id="kuuluviin.E003"))
    if settings.DEMO_TODAY:
        found.append(Error("DEMO_TODAY moves the clock of a demo only.", id="kuuluviin.E004"))
    return found


@register(Tags.security, deploy=True)
def text_messages_stay_private(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """Text messages carry personal links: never into files, never unencrypted over a network."""
    if settings.SMS_BACKEND == "file":
        return [Error("Text messages into files are the demo's. Set KUULUVIIN_SMS_BACKEND.", id="kuuluviin.E005")]
    if settings.SMS_BACKEND == "http" and not settings.SMS_URL.startswith("https://"):
        return [Error("KUULUVIIN_SMS_URL must be the gateway's https address.", id="kuuluviin.E006")]
    return []

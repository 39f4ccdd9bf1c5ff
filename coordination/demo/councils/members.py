"""The members of the demo's councils, all invented, each with a channel, a form, a language and consents of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from councils.models import Membership

SURNAMES = (
    "Mallinen",
    "Näytelä",
    "Koelma",
    "Sepite",
    "Luonnos",
    "Keksilä",
    "Harjoite",
    "Testinen",
    "Mallila",
    "Otelma",
)
NUMBERS = count(1)

# How papers come, in turn: channel, form, what to take into account.
WAYS = (
    ("email", "normal", ""),
    ("email", "plain", ""),
    ("post", "normal", ""),
    ("email", "normal", "Kulku ilman portaita"),
    ("phone", "normal", ""),
    ("email", "large", ""),
    ("post", "plain", ""),
)
# What the member has agreed to, in turn.
CHOICES = (("name_to_members", "name_in_public"), ("name_to_members",), (), ("name_to_members", "wants_papers"))


@dataclass
class Sketch:
    """One member; `number` also makes the phone and the house number."""

    first_name: str
    last_name: str
    number: int
    channel: str = "email"
    format: str = "normal"
    needs: str = ""
    language: str = "fi"
    kind: str = Membership.Kind.MEMBER
    choices: tuple[str, ...] = field(default_factory=tuple)
    domain: str = "example.com"

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    def person(self) -> dict[str, str]:
        """What is written down of the person: an e-mail only for one who reads it, an address for one who gets letters."""
        by_mail, by_post = self.channel == "email", self.channel == "post"
        plain = self.name.lower().translate(str.maketrans("åäöé ", "aaoe."))
        return {
            "first_name": self.first_name,
            "last_name": self.last_name,
            "channel": self.channel,
            "format": self.format,
            "needs": self.needs,
            "language": self.language,
            "email": f"{plain}@{self.domain}" if by_mail else "",
            "phone": f"040 000 00{70 + self.number % 30}" if self.channel == "phone" else "",
            "street": f"Esimerkkikuja {self.number}" if by_post else "",
            "postcode": "00000" if by_post else "",
            "town": "Havukumpu" if by_post else "",
        }


def _sketch(first_name: str, language: str = "fi", **facts: object) -> Sketch:
    number = next(NUMBERS)
    channel, form, needs = WAYS[number % len(WAYS)]
    usual: dict[str, object] = {"channel": channel, "format": form, "needs": needs}
    usual["choices"] = CHOICES[number % len(CHOICES)]
    return Sketch(first_name, SURNAMES[number % len(SURNAMES)], number, language=language, **{**usual, **facts})


def _several(first_names: str, language: str = "fi", **facts: object) -> list[Sketch]:
    return [_sketch(name, language, **facts) for name in first_names.split()]


MATTI = Sketch("Matti", "Mallikas", 1, choices=("name_to_members", "name_in_public"))
IRJA = Sketch("Irja", "Kuvitelma", 7, channel="post", format="large", choices=("name_to_members",))
SUBSTITUTE, CHAIR, VICE_CHAIR = Membership.Kind.SUBSTITUTE, Membership.Kind.CHAIR, Membership.Kind.VICE_CHAIR

ADULT = [
    MATTI,
    IRJA,
    *_several("Pirjo Kalevi Sirpa Juha Tuula Marko Päivi Esa Raija Teemu Liisa"),
    *_several("Antero Helvi", kind=SUBSTITUTE),
]
FAMILIES = [
    _sketch("Johanna", kind=CHAIR),
    _sketch("Christina", "sv", kind=VICE_CHAIR),
    *_several("Mikko Jenni Henna Toni"),
    *_several("Fredrik Annika Linda Robert", "sv"),
    _sketch("Camilla", "sv", kind=SUBSTITUTE),
]
SUBSTANCES = _several(
    "Ari Kirsi Jari Minna Timo Satu Mika Katja Sami Tarja Jouni Anu Kimmo Merja Petteri Nina Harri Mari Ilkka Outi"
)
DIGITAL = _several("Aleksi Emma Leevi Sofia Amir Noora Joona Vilma", channel="email", format="normal", needs="")
ENDED = [IRJA, *_several("Veikko Aune Reijo Kerttu Tauno")]
GROUP = _several("Riitta Heikki Eija Pasi Sanna Janne Kaarina")

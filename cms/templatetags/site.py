"""Long compounds of the field, so that a heading breaks between their parts on a phone."""

import re

from django import template

register = template.Library()

SOFT = "\N{SOFT HYPHEN}"
BREAKS = re.compile(
    r"(kokemus)(?=asiantunti)|(erfarenhets)(?=expert|sakkunni)"
    r"|(saavutettavuus)(?=selost)|(tietosuoja)(?=selost)|(tillgänglighets)(?=utlåtan)|(dataskydds)(?=beskriv)"
    r"|(toimeksianto|vaitiolo)(?=sopimu|sitoumu)|(uppdrags)(?=avtal)|(tystnads)(?=förbindels)",
    re.IGNORECASE,
)


@register.filter
def soft(text: object) -> str:
    """`Kokemusasiantuntijat` may break after `Kokemus`; nothing else changes."""
    return BREAKS.sub(lambda found: found[0] + SOFT, str(text))

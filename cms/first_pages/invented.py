"""The demo's office: invented, like everything in the demo."""

from cms.models import OrganisationSettings


def organisation() -> OrganisationSettings:
    """Write the invented office's details where none are yet."""
    found = OrganisationSettings.objects.first()
    return found or OrganisationSettings.objects.create(
        name={
            "fi": "Havukummun hyvinvointialue",
            "sv": "Barrkulla välfärdsområde",
            "en": "Havukumpu wellbeing services county",
        },
        office={"fi": "Osallisuuden toimisto", "sv": "Delaktighetsbyrån", "en": "Office of client participation"},
        address={
            "fi": "Havukuja 3, 00000 Havukumpu",
            "sv": "Barrgränden 3, 00000 Barrkulla",
            "en": "Havukuja 3, 00000 Havukumpu, Finland",
        },
        phone="0400000010",
        email="osallisuus@example.org",
        hours={
            "fi": "arkisin klo\u00a09\u2060–\u206015",
            "sv": "vardagar kl.\u00a09\u2060–\u206015",
            "en": "weekdays 9\u2060–\u206015",
        },
        expert_word={"fi": "kokemusasiantuntija", "sv": "erfarenhetsexpert", "en": "expert by experience"},
        experts_word={"fi": "kokemusasiantuntijaa", "sv": "erfarenhetsexperter", "en": "experts by experience"},
        benefits={
            "fi": "Palkkio voi vaikuttaa tukiisi. Kysy asiasta siltä, joka tuen maksaa, ennen ensimmäistä keikkaa.",
            "sv": "Arvodet kan påverka dina förmåner. Fråga den som betalar förmånen innan du tar ditt första uppdrag.",
            "en": "A fee may affect your benefits. Ask whoever pays the benefit before your first booking.",
        },
        controller={
            "fi": "Havukummun hyvinvointialue (0000000-0)",
            "sv": "Barrkulla välfärdsområde (0000000-0)",
            "en": "Havukumpu wellbeing services county (0000000-0)",
        },
        controller_contact={
            "fi": "Tietosuojavastaava, tietosuoja@example.org",
            "sv": "Dataskyddsombudet, tietosuoja@example.org",
            "en": "Data protection officer, tietosuoja@example.org",
        },
        legal_basis={
            "fi": "Yleistä etua koskeva tehtävä; CV:n näkymiseen kysytään lisäksi nimenomainen suostumus.",
            "sv": "En uppgift av allmänt intresse; för att visa CV:t ber vi dessutom om uttryckligt samtycke.",
            "en": "A task in the public interest; in addition we ask for explicit consent before a CV is shown.",
        },
    )

"""What the demo's councils say of themselves, in Finnish, Swedish and English."""

from __future__ import annotations

from coordination.demo.organisation import names
from councils.models import Council

COMMITMENT = names(
    "Johto ottaa raadin huomioon ja tuo uudet asiat raatiin jo suunnittelun alussa.",
    "Ledningen tar hänsyn till rådet och för nya ärenden till rådet redan när de börjar planeras.",
    "The management takes the council into account and brings new matters to it when their planning begins.",
)
RULES = names(
    "Se, mitä raadissa kerrotaan, jää raatiin.\nJokainen saa puhua loppuun.\nPuhutaan palveluista, ei toisista ihmisistä.\nSaa olla hiljaa.",
    "Det som berättas i rådet stannar i rådet.\nAlla får tala till punkt.\nVi talar om tjänsterna, inte om andra människor.\nDet är tillåtet att vara tyst.",
    "What is told in the council stays in the council.\nEverybody may finish speaking.\nWe talk of services, not of other people.\nOne may be silent.",
)
CAR_FREE = names(
    "Bussit 4 ja 12 pysähtyvät oven edessä, pysäkki Kuulaspiha.",
    "Bussarna 4 och 12 stannar framför dörren, hållplats Kuulaspiha.",
    "Buses 4 and 12 stop at the door, stop Kuulaspiha.",
)
NO_STEPS = names(
    "Sisään ilman portaita. Hissi ja esteetön wc. Induktiosilmukka.",
    "Ingång utan trappor. Hiss och tillgänglig toalett. Hörslinga.",
    "Step-free entrance, a lift, an accessible toilet and an induction loop.",
)
ADULT = {
    "kind": Council.Kind.CLIENT_COUNCIL,
    "names": names(
        "Aikuissosiaalityön asiakasraati", "Klientrådet för vuxensocialarbetet", "Client council of adult social work"
    ),
    "purpose": names(
        "Raati kertoo, miten aikuissosiaalityön palvelut toimivat niitä käyttävän silmin, ja ehdottaa, mitä muutetaan.",
        "Rådet berättar hur vuxensocialarbetets tjänster fungerar för den som använder dem och föreslår vad som ska ändras.",
        "The council tells how the services of adult social work look to those who use them, and proposes what to change.",
    ),
    "aims": names(
        "Kirjeet ja päätökset, jotka ymmärtää. Puhelinpalvelu, johon pääsee läpi.",
        "Brev och beslut som man förstår. En telefontjänst som svarar.",
        "Letters and decisions one can understand. A telephone service that answers.",
    ),
    "languages": ["fi"],
    "seats": 15,
    "place": "Kuulaspiha, Koivu, Kuulaskatu 1, Havukumpu",
    "directions": CAR_FREE,
    "venue_access": NO_STEPS,
    "ground_rules": RULES,
    "is_public": True,
}
FAMILIES = {
    "kind": Council.Kind.CLIENT_COUNCIL,
    "names": names("Perheiden raati", "Familjerådet", "Families’ council"),
    "purpose": names(
        "Vanhemmat kertovat, mikä auttoi ja mikä ei. Raati toimii kahdella kielellä.",
        "Föräldrar berättar vad som hjälpte och vad som inte gjorde det. Rådet arbetar på två språk.",
        "Parents tell what helped and what did not. The council works in two languages.",
    ),
    "aims": names(
        "Yksi yhteinen suunnitelma perheelle.", "En gemensam plan för familjen.", "One plan together for a family."
    ),
    "languages": ["fi", "sv"],
    "seats": 12,
    "rhythm": Council.Rhythm.TWO_MONTHS,
    "mode": Council.Mode.HYBRID,
    "place": "Perhekeskus Pihlaja, Havukumpu",
    "directions": CAR_FREE,
    "venue_access": NO_STEPS,
    "online_url": "https://kokous.example.org/perheet",
    "ground_rules": RULES,
    "is_public": True,
}
SUBSTANCES = {
    "kind": Council.Kind.CLIENT_COUNCIL,
    "names": names(
        "Päihde- ja mielenterveysraati", "Missbruks- och mentalvårdsrådet", "Substance and mental health council"
    ),
    "purpose": names(
        "Raati kehittää päihde- ja mielenterveyspalveluja niiden kanssa, jotka niissä työskentelevät.",
        "Rådet utvecklar missbruks- och mentalvårdstjänsterna tillsammans med dem som arbetar där.",
        "The council develops the substance and mental health services together with those who work in them.",
    ),
    "languages": ["fi"],
    "seats": 20,
    "place": "Päihdepoliklinikka, ryhmähuone, Havukumpu",
    "directions": CAR_FREE,
    "venue_access": NO_STEPS,
    "ground_rules": RULES,
    "is_public": True,
}
DIGITAL = {
    "kind": Council.Kind.CLIENT_COUNCIL,
    "names": names("Digiraati", "Digirådet", "Digital council"),
    "purpose": names(
        "Raati kokeilee sähköisiä palveluja ennen kuin ne otetaan käyttöön.",
        "Rådet prövar e-tjänster innan de tas i bruk.",
        "The council tries digital services before they are taken into use.",
    ),
    "languages": ["fi"],
    "seats": 12,
    "mode": Council.Mode.REMOTE,
    "online_url": "https://kokous.example.org/digiraati",
    "ground_rules": RULES,
    "is_public": True,
}
ENDED = {
    "kind": Council.Kind.CLIENT_COUNCIL,
    "names": names(
        "Aikuissosiaalityön raati 2024–2025",
        "Vuxensocialarbetets råd 2024–2025",
        "Council of adult social work 2024–2025",
    ),
    "languages": ["fi"],
    "seats": 12,
    "place": "Kuulaspiha, Koivu, Kuulaskatu 1, Havukumpu",
    "ground_rules": RULES,
}
GROUP = {
    "kind": Council.Kind.DEVELOPER_GROUP,
    "names": names("Kehittäjäasiakkaat, syksy", "Utvecklingsklienterna, hösten", "Developer clients, autumn"),
    "purpose": names(
        "Kuusi tapaamista: mitä aikuissosiaalityö on, mikä siinä on ongelmana, miten sen voisi ratkaista.",
        "Sex träffar: vad vuxensocialarbete är, vad som är problemet och hur det kunde lösas.",
        "Six meetings: what adult social work is, what the problem is, how it could be solved.",
    ),
    "languages": ["fi"],
    "seats": 10,
    "rhythm": Council.Rhythm.WEEKLY,
    "place": "Kuulaspiha, Haapa, Kuulaskatu 1, Havukumpu",
    "directions": CAR_FREE,
    "venue_access": NO_STEPS,
    "ground_rules": RULES,
}

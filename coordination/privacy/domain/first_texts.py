"""The first version of the consent texts: what, who sees it, how long, how to withdraw. Plain words, three languages."""

from coordination.privacy.models import Purpose

_FI = "\n\nSuostumus on vapaaehtoinen. Se on voimassa tällä sivulla näkyvään päivään asti. Voit perua sen milloin tahansa samalla sivulla, puhelimitse tai kirjeellä. Sinun ei tarvitse kertoa syytä, eikä peruminen vaikuta palveluihisi."
_SV = "\n\nSamtycket är frivilligt. Det gäller till den dag som syns på den här sidan. Du kan återkalla det när du vill på samma sida, per telefon eller med brev. Du behöver inte berätta varför, och återkallandet påverkar inte den service du får."
_EN = "\n\nConsent is voluntary. It is in force until the day shown on this page. You can withdraw it at any time on the same page, by phone or by letter. You need not say why, and withdrawing does not affect the services you get."

FIRST: dict[str, dict[str, str]] = {
    Purpose.CV_OWN: {
        "fi": "Annan luvan näyttää kokemusasiantuntijan CV:ni oman organisaationi työntekijöille. Työntekijä näkee CV:n, kun hän etsii asiakkaalleen tai tilaisuuteen kokemusasiantuntijaa. Katsomisesta jää merkintä. Yhteystietojani työntekijä ei näe. Kun perun luvan, CV poistuu näkyvistä heti."
        + _FI,
        "sv": "Jag ger lov att visa mitt CV som erfarenhetsexpert för personalen i min egen organisation. En anställd ser CV:t när hen söker en erfarenhetsexpert för en klient eller ett evenemang. Varje läsning antecknas. Den anställda ser inte mina kontaktuppgifter. När jag återkallar lovet försvinner CV:t genast."
        + _SV,
        "en": "I allow my CV as an expert by experience to be shown to the staff of my own organisation. An employee sees the CV when looking for an expert for a client or an event. Each reading is recorded. The employee does not see my contact details. When I withdraw, the CV is hidden at once."
        + _EN,
    },
    Purpose.CV_PARTNERS: {
        "fi": "Annan luvan näyttää kokemusasiantuntijan CV:ni myös yhteistyöorganisaatioiden työntekijöille. He voivat pyytää minua keikalle. Katsomisesta jää merkintä. Yhteystietojani he eivät näe. Yhteistyöorganisaatioiden luettelon saan koordinaattoriltani. Kun perun luvan, CV poistuu heidän näkyvistään heti."
        + _FI,
        "sv": "Jag ger lov att visa mitt CV som erfarenhetsexpert också för personalen i samarbetsorganisationer. De kan be mig ta uppdrag. Varje läsning antecknas. De ser inte mina kontaktuppgifter. Jag får en förteckning över samarbetsorganisationerna av min koordinator. När jag återkallar lovet försvinner CV:t genast för dem."
        + _SV,
        "en": "I allow my CV as an expert by experience to be shown also to the staff of partner organisations. They may ask me for bookings. Each reading is recorded. They do not see my contact details. My coordinator gives me the list of partner organisations. When I withdraw, they stop seeing the CV at once."
        + _EN,
    },
    Purpose.CV_PUBLIC: {
        "fi": "Annan luvan julkaista esittelyni palvelun julkisilla sivuilla. Kuka tahansa voi lukea sen, ja hakukoneet voivat löytää sen. Esittelyssä on vain se, minkä olen itse hyväksynyt: nimi tai nimimerkki, kuva jos haluan, ja kertomani. Kun perun luvan, esittely poistuu sivuilta heti. Muiden ottamia kopioita emme voi poistaa."
        + _FI,
        "sv": "Jag ger lov att publicera min presentation på tjänstens offentliga sidor. Vem som helst kan läsa den och sökmotorer kan hitta den. I presentationen finns bara det som jag själv har godkänt: namn eller signatur, bild om jag vill, och det jag berättar. När jag återkallar lovet försvinner presentationen genast från sidorna. Kopior som andra har tagit kan vi inte ta bort."
        + _SV,
        "en": "I allow my introduction to be published on the public pages of the service. Anybody can read it, and search engines may find it. It holds only what I have approved myself: a name or a pen name, a picture if I want, and what I tell. When I withdraw, the introduction leaves the pages at once. We cannot remove copies others have made."
        + _EN,
    },
    Purpose.MEDIA: {
        "fi": "Annan luvan kuvata ja äänittää minua keikoilla ja tilaisuuksissa ja käyttää aineistoa toimintamme esittelyssä ja koulutuksessa. Ennen jokaista kuvausta minulta kysytään vielä erikseen. Näen aineiston ennen julkaisua. Kun perun luvan, uutta aineistoa ei tehdä eikä vanhaa enää julkaista."
        + _FI,
        "sv": "Jag ger lov att fotografera, filma och spela in mig på uppdrag och evenemang och att använda materialet när verksamheten presenteras och i utbildning. Före varje tillfälle frågar ni mig ännu särskilt. Jag ser materialet innan det publiceras. När jag återkallar lovet görs inget nytt material och gammalt publiceras inte längre."
        + _SV,
        "en": "I allow being photographed, filmed and recorded at bookings and events, and the material being used to present our work and in training. I am asked again before each time. I see the material before it is published. When I withdraw, no new material is made and the old is no longer published."
        + _EN,
    },
    Purpose.KNOWLEDGE: {
        "fi": "Annan luvan käyttää antamiani arvioita ja vastauksia toiminnan kehittämisessä ja raporteissa. Tulokset julkaistaan niin, ettei minua voi tunnistaa. Vastauksiani käsittelevät vain koordinaattorit. Kun perun luvan, vastauksiani ei enää käytetä uusissa raporteissa."
        + _FI,
        "sv": "Jag ger lov att använda mina utvärderingar och svar när verksamheten utvecklas och i rapporter. Resultaten publiceras så att ingen kan känna igen mig. Bara koordinatorerna behandlar mina svar. När jag återkallar lovet används mina svar inte längre i nya rapporter."
        + _SV,
        "en": "I allow my evaluations and answers to be used in developing the work and in reports. Results are published so that I cannot be recognised. Only coordinators handle my answers. When I withdraw, my answers are no longer used in new reports."
        + _EN,
    },
}

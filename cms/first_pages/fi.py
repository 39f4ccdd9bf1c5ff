"""Ensimmäiset sivut suomeksi."""

from .page import Article, Door, Home, facts, heading, organisation, questions, quote, steps, text

HOME = Home(
    title="Etusivu",
    hero_title="Kokemuksesi kuuluu palveluihin",
    lead="Sosiaalipalvelut paranevat, kun niitä kehittävät ihmiset, jotka ovat itse olleet asiakkaina.",
    buttons=(("Tule mukaan", "join"), ("Tilaa kokemusasiantuntija", "order")),
    doors=(
        Door(
            "Haluan vaikuttaa",
            "Olet ollut palvelujen asiakkaana tai läheisenä. Kokemuksestasi voi olla apua muille.",
            "Näin pääset mukaan",
            "join",
        ),
        Door(
            "Tarvitsen kokemusasiantuntijan",
            "Työntekijä, oppilaitos tai järjestö: kerro tilanne, me etsimme sopivan ihmisen.",
            "Näin tilaat",
            "order",
        ),
        Door("Keitä he ovat?", "Tutustu kokemusasiantuntijoihin heidän omin sanoin.", "Katso CV-kansio", "folder"),
    ),
    quote="Minulle sanottiin, että kyllä se siitä. Nyt minä kerron, mikä oikeasti auttoi.",
    quote_by="Veera, kokemusasiantuntija vuodesta 2021",
)

WHAT = Article(
    "what",
    "Kokemusasiantuntijat",
    "kokemusasiantuntijat",
    "Kokemusasiantuntija tuntee palvelut omasta elämästään. Hän on käynyt koulutuksen ja käyttää kokemustaan muiden hyväksi.",
    (
        heading("Mikä kokemusasiantuntija on?"),
        text(
            "<p>Kokemusasiantuntija on ollut sosiaali- tai terveyspalvelujen asiakas tai asiakkaan läheinen. Hän on pysähtynyt kokemuksensa "
            "äärelle ja opetellut kertomaan siitä niin, että muut saavat siitä jotain käyttöönsä.</p>"
            "<p>Hän ei korvaa ammattilaista. Hän tuo pöytään sen, mitä kukaan muu ei voi tuoda: tiedon siitä, miltä palvelu tuntuu.</p>"
        ),
        heading("Mitä hän tekee?"),
        text(
            "<ul><li>istuu mukana <b>asiakastapaamisessa</b>, kun asiakas sitä haluaa</li>"
            "<li>puhuu <b>opiskelijoille ja työntekijöille</b></li>"
            "<li>on mukana <b>ohjausryhmissä ja kehittämistyössä</b></li>"
            "<li>lukee lomakkeita ja kirjeitä ja kertoo, mitä niistä ei ymmärrä</li>"
            "<li>vetää tai tukee <b>vertaisryhmiä</b>.</li></ul>"
        ),
        facts(
            "Mihin voit luottaa",
            ("Vaitiolo", "<p>Kokemusasiantuntija sitoutuu vaitioloon. Asiakkaan asiat jäävät tapaamiseen.</p>"),
            (
                "Omat rajat",
                "<p>Jokainen päättää itse, mistä puhuu ja mihin lähtee. Kieltäytyä voi aina syytä kertomatta.</p>",
            ),
            ("Tuki", "<p>Jokaisen asiakastapaamisen jälkeen on purku. Työnohjausta on tarjolla koko ajan.</p>"),
            ("Palkkio", "<p>Työstä maksetaan palkkio ja matkat, ellei kokemusasiantuntija halua toisin.</p>"),
        ),
        text(
            "<p>[[folder|Tutustu kokemusasiantuntijoihimme]] tai lue, [[order|miten tilaat kokemusasiantuntijan]].</p>"
        ),
    ),
    in_menu=True,
    purpose="what_is",
)

FOLDER = Article(
    "folder",
    "Tutustu kokemusasiantuntijoihin",
    "kansio",
    "Jokainen on kirjoittanut CV:nsä itse ja päättää, mitä hänestä näkyy.",
    under="what",
)

ORDER = Article(
    "order",
    "Näin tilaat",
    "nain-tilaat",
    "Kerro, mihin tarvitset kokemusasiantuntijaa. Me etsimme sopivan ihmisen ja hoidamme käytännön asiat.",
    (
        steps(
            "Tilaus alusta loppuun",
            (
                "Kerro tarpeesi",
                "<p>Kirjaudu ja täytä tilaus, tai soita meille. Kerro tehtävä, tavoite, paikka ja muutama sopiva aika.</p>",
            ),
            (
                "Etsimme sopivan ihmisen",
                "<p>Koordinaattori kysyy kokemusasiantuntijoilta. Saat vastauksen yleensä viikossa.</p>",
            ),
            (
                "Sovitte yhteisistä asioista",
                "<p>Ennen asiakastapaamista käydään yhdessä läpi roolit, vaitiolo ja työnjako.</p>",
            ),
            (
                "Tapaatte ja puratte",
                "<p>Tapaamisen jälkeen kokemusasiantuntija ja työntekijä käyvät läpi, miten meni. Varaa purkuun 15 minuuttia.</p>",
            ),
        ),
        heading("Älä kerro asiakkaan tietoja"),
        text(
            "<p><b>Tilaukseen ei kirjoiteta asiakkaan nimeä, henkilötunnusta eikä muuta, mistä asiakkaan tunnistaa.</b> Emme tarvitse niitä. "
            "Riittää, että kerrot tilanteen yleisesti ja sen, millaisesta kokemuksesta olisi apua.</p>"
            "<p>Asiakkaalta kysytään aina lupa. Asiakas saa tietää, kuka on tulossa, ja voi muuttaa mielensä viimeiseen hetkeen asti.</p>"
        ),
        facts(
            "Palkkiot ja kulut",
            ("Palkkio", "<p>Palkkio on toimiston hinnaston mukainen ja näkyy tilauksessa ennen kuin lähetät sen.</p>"),
            ("Matkat", "<p>Matkat korvataan. Kokemusasiantuntijalle ei saa jäädä kuluja maksettavaksi.</p>"),
            ("Kuka maksaa", "<p>Maksaja on sovittu yksikkösi kanssa. Oppilaitos tai järjestö saa laskun.</p>"),
        ),
        facts(
            "Jos tilaus perutaan",
            ("Viisi työpäivää ennen tai aiemmin", "<p>Peruminen ei maksa mitään.</p>"),
            ("1–4 työpäivää ennen", "<p>Puolet palkkiosta ja toteutuneet kulut.</p>"),
            ("Alle vuorokausi tai kukaan ei tule", "<p>Koko palkkio ja toteutuneet kulut.</p>"),
            (
                "Kokemusasiantuntija peruu",
                "<p>Hän voi perua milloin vain syytä kertomatta. Koordinaattori etsii toisen tai uuden ajan.</p>",
            ),
        ),
        organisation("Kysy meiltä", "contact"),
    ),
    under="what",
    purpose="how_to_order",
)

JOIN = Article(
    "join",
    "Tule mukaan",
    "tule-mukaan",
    "Et tarvitse aiempaa kokemusta puhumisesta tai kokouksista. Oma kokemuksesi riittää alkuun.",
    (
        steps(
            "Näin aloitat",
            (
                "Ota yhteyttä",
                "<p>Soita, kirjoita tai tule käymään. Kerro, mikä sinua kiinnostaa. Et sitoudu vielä mihinkään.</p>",
            ),
            (
                "Jutellaan",
                "<p>Tapaamme rauhassa. Puhumme siitä, missä kohdassa elämääsi olet ja mitä haluat tehdä.</p>",
            ),
            (
                "Käy koulutus",
                "<p>Koulutuksessa opit kertomaan kokemuksestasi ja pitämään huolta rajoistasi. Koulutus on maksuton.</p>",
            ),
            (
                "Aloita omaan tahtiin",
                "<p>Päätät itse, millaisia keikkoja saat ja kuinka usein. Vastaat jokaiseen tarjoukseen erikseen.</p>",
            ),
        ),
        quote(
            "Ensimmäisellä kerralla jännitti niin, että kahvikuppi tärisi. Sitten joku nyökkäsi.",
            "Amina, kokemusasiantuntija vuodesta 2022",
        ),
        questions(
            "Usein kysyttyä",
            (
                "Pitääkö minun kertoa kaikki?",
                "<p>Ei. Päätät itse, mistä puhut. Voit jättää asioita kokonaan pois ja muuttaa mielesi myöhemmin.</p>",
            ),
            (
                "Näkyykö nimeni kaikille?",
                "<p>Ei, ellet itse halua. Voit näkyä vain työntekijöille, etunimellä tai toisella nimellä, kuvan kanssa tai ilman.</p>",
            ),
            (
                "Vaikuttaako palkkio tukiini?",
                "<p>Se voi vaikuttaa. Kysy asiasta ennen ensimmäistä keikkaa esimerkiksi Kelasta. Voit myös ottaa vain kulukorvauksen.</p>",
            ),
            (
                "Maksetaanko matkat?",
                "<p>Kyllä. Matkat korvataan, eikä sinun tarvitse maksaa niitä omista rahoistasi.</p>",
            ),
            (
                "Entä jos en jaksa?",
                "<p>Silloin levätään. Voit kieltäytyä, perua tai pitää taukoa koska vain. Syytä ei kysytä.</p>",
            ),
            ("Tarvitsenko tietokonetta?", "<p>Et. Voimme sopia kaiken puhelimessa ja lähettää paperit postissa.</p>"),
        ),
        organisation("Ota yhteyttä", "contact"),
    ),
    in_menu=True,
    purpose="join",
)

COUNCILS = Article(
    "councils",
    "Asiakasraadit",
    "asiakasraadit",
    "Asiakasraadissa palvelujen asiakkaat kertovat, mikä toimii ja mikä ei. Täältä näet, mitä raadit ovat ehdottaneet ja mitä siitä tuli.",
    in_menu=True,
)

NEWS = Article(
    "news",
    "Ajankohtaista",
    "ajankohtaista",
    "Koulutukset, tapahtumat ja mitä kokemusasiantuntijoiden työstä on seurannut.",
    in_menu=True,
)

CONTACT = Article(
    "contact",
    "Yhteys ja palaute",
    "yhteys",
    "Soita, kirjoita tai tule käymään. Vastaamme suomeksi ja ruotsiksi.",
    (
        organisation("Yhteystiedot", "contact"),
        heading("Ilman tietokonetta"),
        text(
            "<p>Kaiken voi hoitaa myös paperilla ja puhelimessa. Soita, niin kirjaamme tilauksesi tai vastauksesi puolestasi. Lähetämme pyynnöstä "
            "postissa tilauslomakkeen, CV-lomakkeen ja suostumukset, myös isoilla kirjaimilla.</p>"
        ),
        heading("Anna palautetta"),
        text(
            "<p>Kerro, mikä toimi ja mikä ei. Voit antaa palautteen nimettömänä puhelimessa tai kirjeellä. Saavutettavuudesta tulleeseen palautteeseen "
            "vastaamme 14 päivässä.</p>"
            "<p><b>Älä kirjoita viestiin henkilötunnusta, terveystietoja äläkä toisen ihmisen asioita.</b></p>"
        ),
    ),
    in_menu=True,
    purpose="contact",
)

PRIVACY = Article(
    "privacy",
    "Tietosuojaseloste",
    "tietosuoja",
    "Tällä sivulla kerromme, mitä tietoja sinusta on, miksi, kuka ne näkee ja mitä voit itse päättää.",
    (
        organisation("Rekisterinpitäjä", "controller"),
        heading("Mitä tietoja ja miksi"),
        facts(
            "",
            (
                "Kokemusasiantuntija",
                (
                    "<p>Nimi, yhteystiedot, syntymävuosi, CV, omat rajat ja sopivat ajat, keikat, palkkiot ja suostumukset. Niiden avulla "
                    "sovitaan keikat ja maksetaan palkkiot.</p>"
                ),
            ),
            ("Tilaaja", "<p>Nimi, yksikkö, työyhteystiedot ja tilaukset.</p>"),
            ("Asiakas", "<p>Ei mitään. Asiakkaan tietoja ei tallenneta tähän palveluun.</p>"),
            ("Sivuston lukija", "<p>Ei mitään, mistä sinut tunnistaa. Emme seuraa sivuston käyttöä.</p>"),
        ),
        heading("Suostumus on sinun"),
        text(
            "<p>CV:ssäsi voi olla tietoja terveydestä, elämäntilanteesta tai taustasta. Siksi kysymme jokaiseen asiaan erikseen nimenomaisen suostumuksesi: "
            "näkyykö CV oman organisaation työntekijöille, kumppaneille vai kaikille, ja saako sinusta tehdä tallenteita.</p>"
            "<p>Voit perua suostumuksen milloin vain yhtä helposti kuin annoit sen: palvelussa, puhelimessa tai kirjeellä. CV katoaa näkyvistä heti.</p>"
        ),
        heading("Kuka tiedot näkee"),
        text(
            "<p>Koordinaattori, ja ne työntekijät, joille olet antanut luvan. Jokaisesta CV:n avaamisesta jää merkintä, ja näet itse, ketkä CV:täsi ovat katsoneet. "
            "Maksatus näkee palkkiot mutta ei tarinaasi. Tietoja ei luovuteta muille eikä viedä EU- ja ETA-alueen ulkopuolelle.</p>"
        ),
        heading("Kuinka kauan tietoja säilytetään"),
        text(
            "<p>Vain niin kauan kuin niitä tarvitaan. Peruttu CV poistetaan kuukauden kuluessa, kokemusasiantuntijan muut tiedot kaksi vuotta toiminnan päättymisestä. "
            "Palkkion perusteena olevat tiedot säilytetään kirjanpitolain mukaan kuusi vuotta.</p>"
        ),
        heading("Oikeutesi"),
        text(
            "<ul><li>nähdä ja ladata kaikki omat tietosi</li><li>korjata virheet</li><li>pyytää tietojen poistamista tai käytön rajoittamista</li>"
            "<li>vastustaa käsittelyä</li><li>saada tieto siitä, kuka CV:täsi on katsonut.</li></ul>"
            "<p>Vastaamme kuukaudessa. [[contact|Ota yhteyttä]]. Jos tietojasi on mielestäsi käsitelty väärin, voit tehdä valituksen tietosuojavaltuutetulle.</p>"
        ),
    ),
    purpose="privacy",
)

COOKIES = Article(
    "cookies",
    "Evästeet",
    "evasteet",
    "Käytämme vain evästeitä, joita ilman palvelu ei toimi. Siksi emme kysy niistä.",
    (
        facts(
            "Evästeet, jotka voimme tallentaa",
            ("sessionid", "<p>Pitää sinut kirjautuneena. Poistuu, kun kirjaudut ulos, viimeistään 10 tunnissa.</p>"),
            ("csrftoken", "<p>Varmistaa, että lomake tuli sinulta. Voimassa enintään vuoden.</p>"),
            ("django_language", "<p>Muistaa valitsemasi kielen. Voimassa vuoden.</p>"),
        ),
        text(
            "<p>Jos vain luet näitä sivuja etkä kirjaudu, emme yleensä tallenna mitään. Sivuilla ei ole kävijäseurantaa, mainoksia eikä muiden palvelujen "
            "upotuksia. Voit estää evästeet selaimesi asetuksista, mutta silloin kirjautuminen ei onnistu.</p>"
        ),
    ),
    purpose="cookies",
)

ACCESSIBILITY = Article(
    "accessibility",
    "Saavutettavuusseloste",
    "saavutettavuus",
    "Palvelun pitää toimia jokaiselle. Kerro meille, jos jokin ei toimi.",
    (
        heading("Miten palvelu täyttää vaatimukset"),
        text(
            "<p>Laki digitaalisten palvelujen tarjoamisesta vaatii, että palvelu on saavutettava. Palvelu on tehty täyttämään WCAG 2.2 -ohjeiston A- ja AA-tason "
            "vaatimukset. Olemme tarkistaneet sen itse automaattisilla testeillä, näppäimistöllä ja eri näyttöko’oilla.</p>"
            "<p>Palvelu täyttää vaatimukset suurelta osin. Tiedossamme olevat puutteet luetellaan alla.</p>"
        ),
        heading("Tiedossa olevat puutteet"),
        text(
            "<ul><li>Kokemusasiantuntijoiden omat tekstit ovat heidän kirjoittamiaan, eivätkä ne aina ole selkokieltä.</li>"
            "<li>Toimiston työntekijöiden hallintanäkymissä on englanninkielisiä sanoja.</li></ul>"
        ),
        heading("Huomasitko puutteen?"),
        text(
            "<p>Kerro siitä meille: [[contact|yhteystiedot]]. <b>Vastaamme 14 päivässä.</b> Jos tarvitset tiedon toisessa muodossa, esimerkiksi isoilla "
            "kirjaimilla tai puhelimessa, lähetämme tai luemme sen sinulle.</p>"
        ),
        heading("Valvontaviranomainen"),
        text(
            "<p>Jos et ole tyytyväinen vastaukseemme tai et saa vastausta 14 päivässä, voit tehdä ilmoituksen Liikenne- ja viestintävirasto Traficomille. "
            "Traficom valvoo saavutettavuutta.</p>"
        ),
        facts(
            "Traficom, digitaalisen esteettömyyden ja saavutettavuuden valvonta",
            (
                "Verkossa",
                '<p><a href="https://www.saavutettavuusvaatimukset.fi/">www.saavutettavuusvaatimukset.fi</a></p>',
            ),
        ),
    ),
    purpose="accessibility",
)

PAGES = (WHAT, FOLDER, COUNCILS, ORDER, JOIN, NEWS, CONTACT, PRIVACY, COOKIES, ACCESSIBILITY)

INVENTED_NEWS = (
    Article(
        "news-training",
        "Koulutus kokemusasiantuntijaksi alkaa tammikuussa",
        "koulutus-alkaa",
        "Koulutus kestää kolme kuukautta ja on maksuton. Paikkoja on kaksitoista.",
        (
            text(
                "<p>Tapaamme keskiviikkoisin klo 12–15 Havukummussa. Mukaan voi tulla myös etänä. Koulutuksessa opetellaan kertomaan omasta kokemuksesta, "
                "pitämään huolta rajoista ja toimimaan asiakastapaamisessa.</p><p>[[join|Lue, miten pääset mukaan]], tai soita toimistoon.</p>"
            ),
        ),
        under="news",
        days_ago=3,
    ),
    Article(
        "news-letters",
        "Päätöskirje alkaa nyt päätöksellä",
        "paatoskirje",
        "Kokemusasiantuntijat lukivat aikuissosiaalityön kirjeet. Nyt ensimmäinen lause kertoo, mitä päätettiin.",
        (
            text(
                "<p>Viisi kokemusasiantuntijaa luki kahdeksan kirjemallia ja merkitsi kohdat, joissa he olisivat lopettaneet lukemisen. Kirjeet kirjoitettiin "
                "uudelleen heidän kanssaan.</p>"
            ),
            quote(
                "Kun avaat kirjeen keittiön pöydän ääressä, haluat tietää yhden asian: sainko vai en.",
                "Pekka, kokemusasiantuntija vuodesta 2019",
            ),
        ),
        under="news",
        days_ago=19,
    ),
    Article(
        "news-students",
        "Kolmesataa opiskelijaa kuunteli hiljaa",
        "opiskelijat",
        "Kuulasveden ammattikorkeakoulun sosionomiopiskelijat tapasivat syksyn aikana kuusi kokemusasiantuntijaa.",
        (
            text(
                "<p>Luennon jälkeen opiskelijat kirjoittivat lapuille, mitä he aikovat tehdä toisin. Yleisin vastaus oli: kysyn toisen kerran.</p>"
                "<p>Oppilaitos voi tilata kokemusasiantuntijan luennolle tai opetuksen suunnitteluun. [[order|Näin tilaat]].</p>"
            ),
        ),
        under="news",
        days_ago=40,
    ),
)

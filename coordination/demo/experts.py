"""The demo's experts: invented people with invented stories, each in a situation worth seeing."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sketch:
    """One expert. `areas` maps an area's code to what the service was like; `week` is "weekday from–until" in hours."""

    first_name: str
    last_name: str
    born: int
    town: str
    motto: str
    story: str
    areas: dict[str, str]
    background: str = ""
    trained: int | None = 2021
    trainer: str = "Kanervan aikuisopisto"
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("fi",)
    language: str = "fi"
    tasks: tuple[str, ...] = ("client-meeting", "lecture")
    week: tuple[tuple[int, int, int], ...] = ()
    email: str = ""
    most: int | None = None
    rest: int = 0
    remote: str = "also"
    public: bool = False
    partners: bool = False
    state: str = "active"
    facts: dict = field(default_factory=dict)


SKETCHES = (
    Sketch(
        "Veera",
        "Testilä",
        1974,
        "Havukumpu",
        "Häpeä lähtee puhumalla, ei piilottamalla.",
        "Menetin työni ja yritin pitää kulissit pystyssä kaksi vuotta. Kirjeet kertyivät eteisen laatikkoon. Lopulta en enää avannut ovea.\n\n"
        "Ensimmäinen ihminen, joka ei säikähtänyt laatikkoa, oli velkaneuvoja. Kävimme kuoret läpi yksi kerrallaan. Siitä alkoi kaikki muu.\n\n"
        "Tänään osaan sanoa, missä kohdassa apua olisi pitänyt tarjota toisin. Ja missä kohdassa se osui juuri oikeaan.",
        {
            "adult-social-work": "Asiakkaana neljä vuotta. Asiakassuunnitelma auttoi, kun sain sen mukaani paperilla.",
            "income-support": "Hakemukset, liitteet ja odottaminen. Tiedän, mitä päätöskirjeestä ei ymmärrä.",
            "debt-counselling": "Velkajärjestely alusta loppuun, viisi vuotta. Maksuohjelma päättyi 2020.",
            "associations": "Ohjaan Toivon Silta ry:n ryhmää kerran kuussa.",
        },
        background="Olen käynyt mukana asiakastapaamisilla kaksi vuotta ja pitänyt puheenvuoroja sosiaalialan opiskelijoille. "
        "Istun parhaiten hiljaa vieressä silloin, kun toinen etsii sanoja.",
        skills=("Velkajärjestely", "Kirjepinon avaaminen yhdessä", "Häpeästä puhuminen", "Ryhmän ohjaaminen"),
        languages=("fi", "sv"),
        tasks=("client-meeting", "lecture", "steering-group", "school"),
        week=((2, 12, 16), (3, 12, 16)),
        email="veera.testila@example.com",
        most=4,
        rest=1,
        public=True,
        partners=True,
    ),
    Sketch(
        "Pekka",
        "Koekas",
        1958,
        "Usvalampi",
        "Kaikella on järjestys. Ensin kahvi, sitten kirjekuoret auki.",
        "Olin koko ikäni töissä, kunnes tehdas lopetti. Eläkkeeseen oli vielä yhdeksän vuotta. En osannut hakea mitään, koska en ollut "
        "koskaan hakenut.\n\nTyövoimatoimistossa minulle sanottiin, että kaikki on netissä. Minulla ei ollut nettiä. Naapuri auttoi alkuun, "
        "ja sitten löytyi sosiaaliohjaaja, joka soitti eikä lähettänyt viestejä.\n\nNyt autan muita avaamaan kuoret. Kahvin jälkeen.",
        {
            "debt-counselling": "Tein maksusuunnitelman neuvojan kanssa. Se piti.",
            "income-support": "Hain tukea ensimmäisen kerran 56-vuotiaana.",
            "employment-services": "Pitkä työttömyys ja palkkatuettu työ kierrätyskeskuksessa.",
        },
        background="Olen ollut mukana kymmenissä tapaamisissa. Puhelin on minulle paras tapa sopia.",
        trained=2019,
        skills=("Paperiasiointi", "Ikääntyvä työtön"),
        tasks=("client-meeting", "reception-beside"),
        week=((0, 9, 12), (1, 9, 12), (2, 9, 14), (3, 9, 12), (4, 9, 12)),
        remote="no",
        most=6,
    ),
    Sketch(
        "Amina",
        "Näyte",
        1986,
        "Kuulasvesi",
        "Kysy minulta ennen kuin päätät minusta.",
        "Tulin Suomeen aikuisena ja opettelin uuden kielen samalla, kun opettelin uuden järjestelmän. Lomakkeet olivat minulle pitkään "
        "vain kuvia, joissa oli ruutuja.\n\nKäänne oli tulkki, joka käänsi myös hiljaisuudet. Sen jälkeen uskalsin kysyä, mitä sana "
        "'harkinnanvarainen' tarkoittaa.\n\nNyt kysyn saman kysymyksen muiden puolesta. Usein kukaan ei osaa vastata heti, ja se on hyvä alku.",
        {
            "immigration": "Kotoutuminen, oleskelulupa ja perheenyhdistäminen.",
            "family-services": "Neuvola ja perhetyö kahdella kielellä.",
            "debt-counselling": "Puhelinlasku, josta tuli velka. Neuvonta auttoi ajoissa.",
        },
        trained=2022,
        languages=("fi", "en"),
        tasks=("client-meeting", "lecture", "own-story"),
        remote="only",
        week=((1, 9, 16), (2, 9, 15), (3, 10, 14), (4, 9, 16)),
        email="amina.nayte@example.com",
        public=True,
        most=3,
        rest=2,
        skills=("Tulkin kanssa työskentely", "Selkokieli"),
    ),
    Sketch(
        "Göran",
        "Exempelström",
        1963,
        "Barrkulla",
        "Man får fråga två gånger.",
        "Jag var den som alltid klarade mig. När jag blev sjuk visste jag inte hur man gör när man inte klarar sig.\n\n"
        "På den första mottagningen talade vi om hjälpmedel. På den andra frågade någon hur jag sov. Den frågan ändrade allt.\n\n"
        "I dag berättar jag för studerande att man får fråga två gånger, och att man får svara först den andra gången.",
        {
            "mental-health": "Tre år i vård, först på avdelning, sedan öppet.",
            "debt-counselling": "Ekonomin rasade när jag var sjuk. Rådgivaren väntade in mig.",
        },
        background="Jag har talat på svenska och finska i skolor och på enheter sedan 2018.",
        trained=2018,
        languages=("sv", "fi"),
        language="sv",
        tasks=("client-meeting", "lecture", "school"),
        week=((3, 9, 17),),
        email="goran.exempelstrom@example.com",
        public=True,
        facts={"rewriting": "Sedan i höst leder jag också en läsgrupp för anhöriga i Barrkulla."},
    ),
    Sketch(
        "Sanna",
        "Kuvitelma",
        1990,
        "Havukumpu",
        "Pienikin askel on askel.",
        "Kasvoin kodissa, jossa ei puhuttu. Opin puhumaan vasta, kun minulla oli oma lapsi ja perhetyöntekijä istui keittiössämme "
        "odottamassa, että sanoisin jotain.\n\nHän odotti monta kertaa. En tiedä, kuinka pitkään olisin itse odottanut.\n\n"
        "Haluan, että kukaan ei joudu odottamaan yksin.",
        {"family-services": "Perhetyö kaksi vuotta.", "child-welfare": "Avohuollon tuki, joka kysyi ensin minulta."},
        trained=2023,
        week=((0, 9, 15), (1, 9, 15)),
        email="sanna.kuvitelma@example.com",
        state="withdrawn",
    ),
    Sketch(
        "Onni",
        "Mallikas",
        1998,
        "Havukumpu",
        "Nuorikin voi olla oman elämänsä asiantuntija.",
        "Olin sijoitettuna kolmessa paikassa. Jokaisessa kysyttiin, mitä minulle kuuluu. Yhdessä odotettiin vastausta.\n\n"
        "Jälkihuollossa sain työntekijän, joka muisti, mitä olin viimeksi sanonut. Se kuulostaa pieneltä. Se ei ole.\n\n"
        "Puhun mielelläni opiskelijoille, jotka valmistuvat siihen työhön, jota minä muistan loppuelämäni.",
        {
            "child-welfare": "Sijoitettuna 12–18-vuotiaana, sitten jälkihuolto.",
            "housing": "Ensimmäinen oma avain 18-vuotiaana.",
        },
        trained=2024,
        tasks=("client-meeting", "lecture", "school", "encounter-training"),
        week=((2, 9, 18), (4, 9, 18)),
        email="onni.mallikas@example.com",
        most=5,
    ),
    Sketch(
        "Riitta",
        "Tuulentupa",
        1955,
        "Usvalampi",
        "Aikaa on, kun sitä antaa.",
        "Hoidin äitiäni kotona yksitoista vuotta. Sanaa omaishoitaja en käyttänyt itsestäni ennen kuin lääkäri käytti sitä.\n\n"
        "Tukea oli tarjolla enemmän kuin tiesin, mutta se oli seitsemässä eri paikassa. Opin reitin kantapään kautta ja piirsin siitä kartan. "
        "Sitä karttaa on sittemmin kopioitu paljon.\n\nTulen mielelläni paikalle, ja otan kartan mukaan.",
        {
            "family-care": "Omaishoidon tuki, vapaapäivät ja väsyminen.",
            "older-people": "Kotihoito ja lyhytaikaishoito läheisen silmin.",
        },
        trained=2017,
        tasks=("lecture", "steering-group", "developing"),
        week=((0, 10, 14), (3, 10, 14)),
        remote="no",
        facts={"protected": True, "phone_only": True},
    ),
    Sketch(
        "Ilkka",
        "Vainkuvassa",
        1969,
        "Havukumpu",
        "Raittius on taito, ja taitoja opitaan.",
        "Join itseni ulos kahdesta työpaikasta ja yhdestä avioliitosta. Kolmannella katkolla hoitaja kysyi, mitä osaan. En ollut kuullut "
        "sitä kysymystä vuosiin.\n\nOsasin korjata polkupyöriä. Niistä alkoi kuntouttava työtoiminta, ja siitä kaikki muu.\n\n"
        "Olen ollut raittiina vuodesta 2014. Lasken vieläkin päiviä, mutta enää en pelkää niitä.",
        {
            "substance-services": "Katkaisu, laitoskuntoutus ja avohoito.",
            "employment-services": "Kuntouttava työtoiminta ja palkkatuki.",
        },
        trained=2016,
        tasks=("client-meeting", "motivating", "lecture", "group-leading"),
        week=((0, 8, 16), (1, 8, 16), (2, 8, 12)),
        email="ilkka.vainkuvassa@example.com",
        partners=True,
        facts={"paused": ("substance-services", 190)},
    ),
    Sketch(
        "Tuulia",
        "Harjoitus",
        1981,
        "Kanervasuo",
        "Minä en ole diagnoosini.",
        "Sairastuin nuorena ja vietin vuosia hoidossa. Paras hoitaja, jonka tapasin, sanoi: en tiedä, otetaan selvää. Kukaan ei ollut "
        "aiemmin sanonut minulle, ettei tiedä.\n\nAloin itsekin ottaa selvää. Opiskelin, aloitin vertaisryhmän ja huomasin, että osaan "
        "kuunnella tavalla, jota kirjasta ei opi.\n\nTeen tätä, koska joku teki tämän minulle.",
        {
            "mental-health": "Osasto, päiväsairaala ja vertaistuki.",
            "disability-services": "Henkilökohtainen apu, jota piti hakea kolmesti.",
        },
        trained=2020,
        tasks=("client-meeting", "lecture", "adviser", "own-story"),
        week=((1, 12, 18), (3, 12, 18)),
        email="tuulia.harjoitus@example.com",
        public=True,
        facts={"no_media": True},
    ),
    Sketch(
        "Seppo",
        "Esimerkki",
        1961,
        "Kuulasvesi",
        "Ensin kuunnellaan, sitten vasta neuvotaan.",
        "Avioeron jälkeen asuin autossa puoli vuotta. Kävin töissä koko sen ajan, eikä kukaan tiennyt.\n\nAsunnottomien vastaanotossa "
        "minulta ei kysytty, miksi. Kysyttiin, mihin aikaan pääsen töistä. Siitä alkoi järjestyä.\n\nPuhun siitä, miltä avun pyytäminen "
        "tuntuu ihmisestä, joka ei ole koskaan pyytänyt.",
        {"housing": "Asunnottomuus ja asumisneuvonta.", "adult-social-work": "Sosiaaliohjaus, joka tuli vastaan."},
        trained=2019,
        week=((4, 9, 16),),
        email="seppo.esimerkki@example.com",
        state="leave",
    ),
    Sketch(
        "Saimi",
        "Luonnos",
        1995,
        "Havukumpu",
        "Kerron tämän, jotta sinun ei tarvitse.",
        "Lähdin suhteesta, jossa minua lyötiin. Turvakodissa opin, että pelkokin väsyy, kun sille antaa sanoja.\n\nPalvelut olivat hyviä, "
        "mutta jokaisessa piti kertoa kaikki alusta. Toivon, että tulevaisuudessa riittää yksi kerta.\n\nKerron sen yhden kerran "
        "ammattilaisille, jotta he tietävät, mitä kysyä ja mitä jättää kysymättä.",
        {"domestic-violence": "Turvakoti ja avopalvelut.", "family-services": "Lapsen kanssa uuteen kotiin."},
        trained=2025,
        week=((0, 12, 16), (2, 12, 16)),
        email="saimi.luonnos@example.com",
        most=1,
        rest=7,
        facts={"refuses": "families", "no_media": True},
    ),
    Sketch(
        "Hannu",
        "Provberg",
        1972,
        "Havukumpu",
        "Tuomio loppuu. Sen jälkeen alkaa elämä.",
        "Istuin tuomioni ja pääsin ulos reppu selässä. Kukaan ei ollut vastassa, mutta sosiaalityöntekijä oli varannut ajan samalle "
        "päivälle.\n\nSe aika oli tärkein, jonka olen koskaan saanut. En siksi, mitä siinä tehtiin, vaan siksi, että se oli olemassa.\n\n"
        "Autan työntekijöitä ymmärtämään, millainen se ensimmäinen päivä on.",
        {
            "criminal-sanctions": "Vapautuminen ja jälkihuolto.",
            "substance-services": "Kuntoutus vankilassa ja sen jälkeen.",
        },
        trained=2022,
        tasks=("client-meeting", "lecture", "reception-beside"),
        week=((1, 9, 16), (4, 9, 16)),
        email="hannu.provberg@example.com",
        facts={"costs_only": True},
    ),
    Sketch(
        "Noora",
        "Sepitelmä",
        2001,
        "Toivonsalmi",
        "Aina saa aloittaa uudestaan.",
        "Jäin pois koulusta ja sitten pois kaikesta. Etsivä nuorisotyöntekijä tuli ovelle neljä kertaa, enkä avannut. Viidennellä kerralla "
        "hän laittoi postiluukusta lapun: tulen taas ensi viikolla.\n\nAvasin oven.\n\nOlen nyt koulutuksessa ja harjoittelen kertomaan tämän niin, "
        "että siitä on jollekin hyötyä.",
        {
            "employment-services": "Nuorten paja.",
            "mental-health": "Keskusteluapu, johon pääsin vasta toisella yrityksellä.",
        },
        trained=None,
        email="noora.sepitelma@example.com",
        state="training",
    ),
    Sketch(
        "Ulla",
        "Monimalli",
        1979,
        "Havukumpu",
        "Molemmin puolin pöytää.",
        "Olin itse asiakas ennen kuin opiskelin alalle. Tiedän, miltä odotustila tuntuu, ja tiedän, miksi siinä joutuu odottamaan.\n\n"
        "Se ei tee minusta parempaa työntekijää, mutta se tekee minusta kärsivällisemmän. Kerron mielelläni, mitä kumpikin puoli ei näe.",
        {"family-services": "Perheneuvola 2008–2010.", "adult-social-work": "Lyhyt asiakkuus, pitkä vaikutus."},
        trained=2020,
        tasks=("lecture", "developing", "encounter-training"),
        week=((0, 14, 18),),
        email="ulla.monimalli@example.org",
    ),
    Sketch(
        "Biret",
        "Šnäytŋö",
        1988,
        "Havukumpu",
        "Giella lea ruoktu. Kieli on koti.",
        "Muutin etelään opiskelemaan ja jäin. Omalla kielelläni sain palvelua vasta, kun osasin pyytää sitä virallisella kirjeellä.\n\n"
        "Sen kirjeen jälkeen olen kirjoittanut niitä muillekin. Kieli ei ole lisäpalvelu vaan osa sitä, mitä minulle kuuluu.",
        {
            "family-services": "Neuvola ja päivähoito kahdella kielellä.",
            "associations": "Saamelaisyhdistyksen perhekerho.",
        },
        trained=2023,
        languages=("se", "fi"),
        tasks=("lecture", "steering-group", "encounter-training"),
        week=((2, 10, 16),),
        email="biret.snaytno@example.com",
        public=True,
    ),
)

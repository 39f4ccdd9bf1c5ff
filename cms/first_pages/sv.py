"""De första sidorna på svenska."""

from .page import Article, Door, Home, facts, heading, organisation, questions, quote, steps, text

HOME = Home(
    title="Framsidan",
    hero_title="Din erfarenhet hör hemma i servicen",
    lead="Socialservicen blir bättre när den utvecklas av människor som själva har varit klienter.",
    buttons=(("Kom med", "join"), ("Beställ en erfarenhetsexpert", "order")),
    doors=(
        Door(
            "Jag vill påverka",
            "Du har varit klient eller anhörig. Din erfarenhet kan hjälpa andra.",
            "Så kommer du med",
            "join",
        ),
        Door(
            "Jag behöver en erfarenhetsexpert",
            "Anställd, läroanstalt eller förening: berätta om situationen, så hittar vi rätt person.",
            "Så beställer du",
            "order",
        ),
        Door("Vilka är de?", "Lär känna erfarenhetsexperterna med deras egna ord.", "Se CV-mappen", "folder"),
    ),
    quote="De sade att det nog ordnar sig. Nu berättar jag vad som hjälpte på riktigt.",
    quote_by="Veera, erfarenhetsexpert sedan 2021",
)

WHAT = Article(
    "what",
    "Erfarenhetsexperter",
    "erfarenhetsexperter",
    "En erfarenhetsexpert känner servicen från sitt eget liv. Hen har gått en utbildning och använder sin erfarenhet till nytta för andra.",
    (
        heading("Vad är en erfarenhetsexpert?"),
        text(
            "<p>En erfarenhetsexpert har varit klient i social- eller hälsovården, eller anhörig till en klient. Hen har stannat upp vid sin erfarenhet "
            "och lärt sig berätta om den så att andra har nytta av den.</p>"
            "<p>Hen ersätter inte den anställda. Hen kommer med det som ingen annan kan komma med: kunskap om hur servicen känns.</p>"
        ),
        heading("Vad gör hen?"),
        text(
            "<ul><li>sitter med vid <b>klientmöten</b> när klienten vill det</li>"
            "<li>talar för <b>studerande och anställda</b></li>"
            "<li>är med i <b>styrgrupper och utvecklingsarbete</b></li>"
            "<li>läser blanketter och brev och säger vad som är svårt att förstå</li>"
            "<li>leder eller stöder <b>kamratgrupper</b>.</li></ul>"
        ),
        facts(
            "Det här kan du lita på",
            (
                "Tystnadsplikt",
                "<p>Erfarenhetsexperten förbinder sig till tystnad. Klientens saker stannar på mötet.</p>",
            ),
            (
                "Egna gränser",
                "<p>Var och en bestämmer själv vad hen talar om och vilka uppdrag hen tar. Man får alltid tacka nej utan att säga varför.</p>",
            ),
            (
                "Stöd",
                "<p>Efter varje klientmöte går man igenom hur det kändes. Arbetshandledning finns hela tiden.</p>",
            ),
            ("Arvode", "<p>För arbetet betalas arvode och resor, om inte erfarenhetsexperten vill något annat.</p>"),
        ),
        text("<p>[[folder|Lär känna våra erfarenhetsexperter]] eller läs [[order|hur du beställer]].</p>"),
    ),
    in_menu=True,
    purpose="what_is",
)

FOLDER = Article(
    "folder",
    "Möt erfarenhetsexperterna",
    "mapp",
    "Var och en har skrivit sitt CV själv och bestämmer vad som syns.",
    under="what",
)

ORDER = Article(
    "order",
    "Så beställer du",
    "sa-bestaller-du",
    "Berätta vad du behöver en erfarenhetsexpert till. Vi hittar rätt person och sköter det praktiska.",
    (
        steps(
            "Beställningen från början till slut",
            (
                "Berätta vad du behöver",
                "<p>Logga in och fyll i beställningen, eller ring oss. Ange uppgift, mål, plats och några tider som passar.</p>",
            ),
            (
                "Vi söker rätt person",
                "<p>Koordinatorn frågar erfarenhetsexperterna. Du får oftast svar inom en vecka.</p>",
            ),
            (
                "Ni kommer överens",
                "<p>Före ett klientmöte går ni tillsammans igenom roller, tystnadsplikt och arbetsfördelning.</p>",
            ),
            (
                "Ni träffas och går igenom",
                "<p>Efter mötet talar erfarenhetsexperten och den anställda om hur det gick. Reservera 15 minuter för det.</p>",
            ),
        ),
        heading("Berätta ingenting som avslöjar klienten"),
        text(
            "<p><b>Skriv inte klientens namn, personbeteckning eller annat som klienten kan kännas igen på.</b> Vi behöver inte uppgifterna. "
            "Det räcker att du beskriver situationen allmänt och säger vilken slags erfarenhet som skulle hjälpa.</p>"
            "<p>Klienten ska alltid ge sitt tillstånd. Klienten får veta vem som kommer och får ändra sig ända till sista stund.</p>"
        ),
        facts(
            "Arvoden och kostnader",
            ("Arvode", "<p>Arvodet följer byråns prislista och syns i beställningen innan du skickar den.</p>"),
            ("Resor", "<p>Resorna ersätts. Erfarenhetsexperten ska inte behöva betala något själv.</p>"),
            (
                "Vem betalar",
                "<p>Betalaren är överenskommen med din enhet. En läroanstalt eller förening får en faktura.</p>",
            ),
        ),
        facts(
            "Om beställningen avbokas",
            ("Fem arbetsdagar före eller tidigare", "<p>Avbokningen kostar ingenting.</p>"),
            ("1–4 arbetsdagar före", "<p>Halva arvodet och faktiska kostnader.</p>"),
            ("Under ett dygn eller ingen kommer", "<p>Hela arvodet och faktiska kostnader.</p>"),
            (
                "Erfarenhetsexperten avbokar",
                "<p>Hen får avboka när som helst utan att säga varför. Koordinatorn söker en annan person eller tid.</p>",
            ),
        ),
        organisation("Fråga oss", "contact"),
    ),
    under="what",
    purpose="how_to_order",
)

JOIN = Article(
    "join",
    "Kom med",
    "kom-med",
    "Du behöver ingen vana vid att tala eller sitta i möten. Din egen erfarenhet räcker för att börja.",
    (
        steps(
            "Så börjar du",
            (
                "Ta kontakt",
                "<p>Ring, skriv eller kom förbi. Berätta vad som intresserar dig. Du binder dig inte till något än.</p>",
            ),
            ("Vi pratar", "<p>Vi träffas i lugn och ro. Vi talar om var du är i livet och vad du vill göra.</p>"),
            (
                "Gå utbildningen",
                "<p>Där lär du dig berätta om din erfarenhet och hålla dina gränser. Utbildningen är avgiftsfri.</p>",
            ),
            (
                "Börja i egen takt",
                "<p>Du bestämmer själv vilka uppdrag du får och hur ofta. Du svarar på varje erbjudande för sig.</p>",
            ),
        ),
        quote(
            "Första gången var jag så nervös att kaffekoppen skakade. Sedan nickade någon.",
            "Amina, erfarenhetsexpert sedan 2022",
        ),
        questions(
            "Vanliga frågor",
            (
                "Måste jag berätta allt?",
                "<p>Nej. Du väljer vad du talar om. Du kan lämna bort saker helt och ändra dig senare.</p>",
            ),
            (
                "Syns mitt namn för alla?",
                "<p>Inte om du inte vill. Du kan synas bara för anställda, med förnamn eller ett annat namn, med bild eller utan.</p>",
            ),
            (
                "Påverkar arvodet mina förmåner?",
                "<p>Det kan göra det. Fråga till exempel FPA före ditt första uppdrag. Du kan också ta emot bara kostnadsersättning.</p>",
            ),
            ("Betalas resorna?", "<p>Ja. Resorna ersätts och du behöver inte lägga ut egna pengar.</p>"),
            (
                "Och om jag inte orkar?",
                "<p>Då vilar man. Du kan tacka nej, avboka eller ta paus när som helst. Ingen frågar varför.</p>",
            ),
            (
                "Behöver jag en dator?",
                "<p>Nej. Vi kan komma överens om allt per telefon och skicka papperen per post.</p>",
            ),
        ),
        organisation("Ta kontakt", "contact"),
    ),
    in_menu=True,
    purpose="join",
)

COUNCILS = Article(
    "councils",
    "Klientråd",
    "klientrad",
    "I ett klientråd berättar klienterna vad som fungerar i servicen och vad som inte gör det. Här ser du vad råden har föreslagit och vad det ledde till.",
    in_menu=True,
)

NEWS = Article(
    "news",
    "Aktuellt",
    "aktuellt",
    "Utbildningar, evenemang och vad erfarenhetsexperternas arbete har lett till.",
    in_menu=True,
)

CONTACT = Article(
    "contact",
    "Kontakt och respons",
    "kontakt",
    "Ring, skriv eller kom förbi. Vi svarar på finska och svenska.",
    (
        organisation("Kontaktuppgifter", "contact"),
        heading("Utan dator"),
        text(
            "<p>Allt går också att sköta på papper och per telefon. Ring, så skriver vi in din beställning eller ditt svar. På begäran skickar vi "
            "beställningsblanketten, CV-blanketten och samtyckena per post, också med stor stil.</p>"
        ),
        heading("Ge respons"),
        text(
            "<p>Berätta vad som fungerade och vad som inte gjorde det. Du kan vara anonym per telefon eller brev. Respons om tillgänglighet besvarar vi "
            "inom 14 dagar.</p>"
            "<p><b>Skriv inte din personbeteckning, uppgifter om hälsa eller något om en annan människa.</b></p>"
        ),
    ),
    in_menu=True,
    purpose="contact",
)

PRIVACY = Article(
    "privacy",
    "Dataskyddsbeskrivning",
    "dataskydd",
    "Här berättar vi vilka uppgifter vi har om dig, varför, vem som ser dem och vad du själv bestämmer.",
    (
        organisation("Personuppgiftsansvarig", "controller"),
        heading("Vilka uppgifter och varför"),
        facts(
            "",
            (
                "Erfarenhetsexpert",
                (
                    "<p>Namn, kontaktuppgifter, födelseår, CV, egna gränser och tider, uppdrag, arvoden och samtycken. Med dem ordnas "
                    "uppdragen och betalas arvodena.</p>"
                ),
            ),
            ("Beställare", "<p>Namn, enhet, kontaktuppgifter i arbetet och beställningar.</p>"),
            ("Klient", "<p>Ingenting. Klientuppgifter sparas inte i den här tjänsten.</p>"),
            ("Besökare på sidorna", "<p>Ingenting som du kan kännas igen på. Vi följer inte hur sidorna används.</p>"),
        ),
        heading("Samtycket är ditt"),
        text(
            "<p>I ditt CV kan det finnas uppgifter om hälsa, livssituation eller bakgrund. Därför ber vi om ditt uttryckliga samtycke för varje sak för sig: "
            "om CV:t syns för den egna organisationens anställda, för partner eller för alla, och om du får filmas eller spelas in.</p>"
            "<p>Du kan återkalla ett samtycke när som helst, lika lätt som du gav det: i tjänsten, per telefon eller brev. CV:t slutar synas genast.</p>"
        ),
        heading("Vem ser uppgifterna"),
        text(
            "<p>Koordinatorn, och de anställda som du har gett lov. Varje gång ett CV öppnas blir det en anteckning, och du ser själv vem som har läst ditt. "
            "De som betalar arvoden ser arvodena men inte din berättelse. Uppgifterna lämnas inte ut till andra och förs inte utanför EU och EES.</p>"
        ),
        heading("Hur länge uppgifterna sparas"),
        text(
            "<p>Bara så länge de behövs. Ett återkallat CV tas bort inom en månad, erfarenhetsexpertens övriga uppgifter två år efter att verksamheten upphört. "
            "Underlag för arvoden sparas sex år enligt bokföringslagen.</p>"
        ),
        heading("Dina rättigheter"),
        text(
            "<ul><li>se och ladda ner alla dina uppgifter</li><li>rätta fel</li><li>be att uppgifter raderas eller att användningen begränsas</li>"
            "<li>invända mot behandlingen</li><li>få veta vem som har läst ditt CV.</li></ul>"
            "<p>Vi svarar inom en månad. [[contact|Ta kontakt]]. Om du anser att dina uppgifter har behandlats fel kan du klaga hos dataombudsmannen.</p>"
        ),
    ),
    purpose="privacy",
)

COOKIES = Article(
    "cookies",
    "Kakor",
    "kakor",
    "Vi använder bara kakor som tjänsten inte fungerar utan. Därför frågar vi inte om dem.",
    (
        facts(
            "Kakor som vi kan spara",
            ("sessionid", "<p>Håller dig inloggad. Försvinner när du loggar ut, senast efter 10 timmar.</p>"),
            ("csrftoken", "<p>Säkrar att blanketten kom från dig. Gäller högst ett år.</p>"),
            ("django_language", "<p>Minns språket du valt. Gäller ett år.</p>"),
        ),
        text(
            "<p>Om du bara läser de här sidorna utan att logga in sparar vi i allmänhet ingenting. Här finns ingen besöksstatistik, ingen reklam och inget "
            "inbäddat från andra tjänster. Du kan stänga av kakor i din webbläsare, men då går det inte att logga in.</p>"
        ),
    ),
    purpose="cookies",
)

ACCESSIBILITY = Article(
    "accessibility",
    "Tillgänglighetsutlåtande",
    "tillganglighet",
    "Tjänsten ska fungera för alla. Berätta om något inte fungerar.",
    (
        heading("Hur tjänsten uppfyller kraven"),
        text(
            "<p>Lagen om tillhandahållande av digitala tjänster kräver att tjänsten är tillgänglig. Tjänsten är gjord för att uppfylla kraven på nivå A och AA i "
            "WCAG 2.2. Vi har granskat den själva med automatiska test, med tangentbord och på olika skärmstorlekar.</p>"
            "<p>Tjänsten uppfyller kraven till största delen. Brister som vi känner till räknas upp nedan.</p>"
        ),
        heading("Brister som vi känner till"),
        text(
            "<ul><li>Erfarenhetsexperternas egna texter är skrivna av dem själva och är inte alltid på lätt språk.</li>"
            "<li>I de anställdas administration finns en del engelska ord.</li></ul>"
        ),
        heading("Upptäckte du en brist?"),
        text(
            "<p>Berätta för oss: [[contact|kontaktuppgifter]]. <b>Vi svarar inom 14 dagar.</b> Om du behöver något i en annan form, till exempel med stor stil "
            "eller uppläst i telefon, ordnar vi det.</p>"
        ),
        heading("Tillsynsmyndighet"),
        text(
            "<p>Om du inte är nöjd med vårt svar eller inte får något svar inom 14 dagar kan du anmäla saken till Transport- och kommunikationsverket Traficom, "
            "som övervakar tillgängligheten.</p>"
        ),
        facts(
            "Traficom, tillsyn över digital tillgänglighet",
            (
                "På webben",
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
        "Utbildning för erfarenhetsexperter börjar i januari",
        "utbildningen-borjar",
        "Utbildningen tar tre månader och är avgiftsfri. Det finns tolv platser.",
        (
            text(
                "<p>Vi träffas på onsdagar kl. 12–15 i Barrkulla. Det går också att delta på distans. Du lär dig berätta om din erfarenhet, hålla dina gränser "
                "och vara med vid ett klientmöte.</p><p>[[join|Läs hur du kommer med]], eller ring byrån.</p>"
            ),
        ),
        under="news",
        days_ago=3,
    ),
    Article(
        "news-letters",
        "Beslutsbrevet börjar nu med beslutet",
        "beslutsbrevet",
        "Erfarenhetsexperter läste vuxensocialarbetets brev. Nu säger den första meningen vad som beslutades.",
        (
            text(
                "<p>Fem erfarenhetsexperter läste åtta brevmallar och märkte ut var de själva skulle ha slutat läsa. Breven skrevs om tillsammans med dem.</p>"
            ),
            quote(
                "När du öppnar brevet vid köksbordet vill du veta en sak: fick jag det eller inte.",
                "Pekka, erfarenhetsexpert sedan 2019",
            ),
        ),
        under="news",
        days_ago=19,
    ),
    Article(
        "news-students",
        "Trehundra studerande lyssnade tyst",
        "studerande",
        "Blivande socionomer vid yrkeshögskolan i Kuulasvesi träffade sex erfarenhetsexperter under hösten.",
        (
            text(
                "<p>Efter föreläsningen skrev de studerande på lappar vad de tänker göra annorlunda. Det vanligaste svaret var: jag frågar en gång till.</p>"
                "<p>En läroanstalt kan beställa en erfarenhetsexpert till en föreläsning eller för att planera undervisningen. [[order|Så beställer du]].</p>"
            ),
        ),
        under="news",
        days_ago=40,
    ),
)

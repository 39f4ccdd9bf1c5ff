"""What the demo's campaigns say, in Finnish, Swedish and English; the second also in plain language of its own."""

from __future__ import annotations

from coordination.demo.organisation import names
from councils.models import Council

EXPERTS = {
    "names": names(
        "Kokemuksesta voimaa: tule kokemusasiantuntijaksi",
        "Kraft ur erfarenhet: bli erfarenhetsexpert",
        "Strength from experience: become an expert by experience",
    ),
    "leads": names(
        "Oletko selvinnyt jostain vaikeasta? Sinun kokemuksesi voi auttaa toista. Koulutamme 15 uutta kokemusasiantuntijaa keväällä 2027.",
        "Har du tagit dig igenom något svårt? Din erfarenhet kan hjälpa någon annan. Vi utbildar 15 nya erfarenhetsexperter våren 2027.",
        "Have you come through something hard? Your experience can help somebody else. We train 15 new experts by experience in spring 2027.",
    ),
    "texts": names(
        "Kokemusasiantuntija käyttää omaa kokemustaan toisten tukena ja palvelujen kehittämisessä. Hän tapaa asiakkaita yhdessä työntekijän kanssa, puhuu opiskelijoille ja on mukana, kun palveluja suunnitellaan.\n\n"
        "Etsimme ihmisiä, jotka ovat käyttäneet sosiaalipalveluja: esimerkiksi toimeentulotukea, päihdepalveluja, lastensuojelua, mielenterveyspalveluja tai velkaneuvontaa. Oma tilanteesi on jo sen verran tasainen, että jaksat kuunnella toista.\n\n"
        "Et tarvitse koulutusta etkä esiintymiskokemusta. Kaksi työntekijää juttelee kanssasi ennen valintaa.",
        "En erfarenhetsexpert använder sin egen erfarenhet som stöd för andra och för att utveckla tjänsterna. Hen träffar klienter tillsammans med en anställd, talar för studerande och är med när tjänster planeras.\n\n"
        "Vi söker personer som har använt socialservice: till exempel utkomststöd, missbrukarvård, barnskydd, mentalvård eller skuldrådgivning. Ditt eget läge är redan så stabilt att du orkar lyssna på någon annan.\n\n"
        "Du behöver ingen utbildning och ingen vana att uppträda. Två anställda talar med dig före valet.",
        "An expert by experience uses the own experience to support others and to develop the services: meets clients together with an employee, speaks to students, takes part when services are planned.\n\n"
        "We look for people who have used social services: for example income support, substance services, child welfare, mental health services or debt counselling. Your own life is steady enough for listening to somebody else.\n\n"
        "You need no training and no experience of speaking in public. Two employees talk with you before the choice.",
    ),
    "plain": names(
        "Sinulla on ollut vaikeaa.\nNyt menee paremmin.\n\nVoit auttaa toista ihmistä.\nKerrot hänelle, miten sinä selvisit.\nPäätät itse, mitä kerrot.\n\nMe koulutamme sinut.\nKoulutus ei maksa mitään.\nSaat työstä palkkion.\n\nHaluatko mukaan? Haluatko kysyä?\nSoita meille tai täytä lomake.",
        "Du har haft det svårt.\nNu har det blivit bättre.\n\nDu kan hjälpa en annan människa.\nDu berättar hur du klarade dig.\nDu bestämmer själv vad du berättar.\n\nVi utbildar dig.\nUtbildningen kostar ingenting.\nDu får arvode för arbetet.\n\nVill du vara med? Vill du fråga?\nRing oss eller fyll i blanketten.",
        "You have had a hard time.\nNow things are better.\n\nYou can help another person.\nYou tell how you came through.\nYou decide yourself what you tell.\n\nWe train you.\nThe training costs nothing.\nYou are paid a fee for the work.\n\nDo you want to join? Do you want to ask?\nCall us or fill in the form.",
    ),
    "offers": names(
        "Maksuton koulutus, 8 tapaamista keväällä 2027\nPalkkio jokaisesta tehtävästä ja matkakulut\nTyönohjaus ja muiden kokemusasiantuntijoiden tuki\nValitset itse, mitä tehtäviä otat vastaan",
        "Avgiftsfri utbildning, 8 träffar våren 2027\nArvode för varje uppdrag och resekostnader\nHandledning och stöd av andra erfarenhetsexperter\nDu väljer själv vilka uppdrag du tar emot",
        "Free training, 8 meetings in spring 2027\nA fee for each task, and your travel costs\nSupervision and the support of other experts\nYou choose yourself which tasks you take",
    ),
    "aims": names(
        "Kolmannes uusista asuu Usvalammella tai saaristossa. Vähintään kolme puhuu ruotsia.",
        "En tredjedel av de nya bor i Usvalampi eller skärgården. Minst tre talar svenska.",
        "A third of the new ones live in Usvalampi or the archipelago. At least three speak Swedish.",
    ),
    "seats": 15,
}
YOUTH = {
    "names": names(
        "Nuorten aikuisten raati hakee jäseniä",
        "Unga vuxnas råd söker medlemmar",
        "The young adults’ council looks for members",
    ),
    "leads": names(
        "Oletko 18–29-vuotias ja käyttänyt sosiaalipalveluja? Tule kertomaan, mikä toimii ja mikä ei. Raati aloittaa helmikuussa.",
        "Är du 18–29 år och har använt socialservice? Kom och berätta vad som fungerar och vad som inte gör det. Rådet börjar i februari.",
        "Are you 18–29 and have you used social services? Come and tell what works and what does not. The council begins in February.",
    ),
    "texts": names(
        "Nuorten aikuisten raati on uusi. Siinä on kaksitoista jäsentä ja kolme työntekijää. Raati sanoo, miten aikuissosiaalityö, Ohjaamo ja asumisen tuki toimivat nuoren silmin, ja ehdottaa, mitä muutetaan.\n\n"
        "Kokoonnumme kerran kuussa Ohjaamossa. Mukaan voi tulla myös etänä. Et tarvitse kokemusta kokouksista. Raadissa saa olla hiljaa, ja siellä syödään.",
        "Unga vuxnas råd är nytt. Det har tolv medlemmar och tre anställda. Rådet säger hur vuxensocialarbetet, Navigatorn och boendestödet fungerar ur en ung människas synvinkel och föreslår vad som ska ändras.\n\n"
        "Vi träffas en gång i månaden på Navigatorn. Du kan också delta på distans. Du behöver ingen vana vid möten. I rådet får man vara tyst, och där äter vi tillsammans.",
        "The young adults’ council is new. It has twelve members and three employees. It says how adult social work, the One-Stop Guidance Centre and support for housing look to a young person, and proposes what to change.\n\n"
        "We meet once a month at the guidance centre. You may also join remotely. You need no experience of meetings. One may be silent there, and we eat together.",
    ),
    "plain": names(
        "Olet nuori.\nOlet käyttänyt sosiaalipalveluja.\n\nTule raatiin.\nRaati on ryhmä, joka kertoo, mitä palveluissa pitää muuttaa.\nOmista asioista ei ole pakko puhua.\n\nKokous on kerran kuussa.\nMe maksamme matkan.\nKokouksessa on ruokaa.\n\nHaluatko mukaan? Haluatko kysyä?\nSoita tai täytä lomake.",
        "Du är ung.\nDu har använt socialservice.\n\nKom med i rådet.\nRådet är en grupp som berättar vad som ska ändras i tjänsterna.\nDu måste inte tala om dina egna saker.\n\nMötet är en gång i månaden.\nVi betalar resan.\nDet finns mat på mötet.\n\nVill du vara med? Vill du fråga?\nRing eller fyll i blanketten.",
        "You are young.\nYou have used social services.\n\nCome to the council.\nThe council is a group that says what should change in the services.\nYou need not talk of your own matters.\n\nThere is a meeting once a month.\nWe pay for the journey.\nThere is food at the meeting.\n\nDo you want to join? Do you want to ask?\nCall us or fill in the form.",
    ),
    "offers": names(
        "Sanot, mitä muutetaan, ja kuulet, mitä siitä tuli\nMatkakulut maksetaan\nRuokaa jokaisessa kokouksessa\nTodistus osallistumisesta",
        "Du säger vad som ska ändras och får höra vad det blev av det\nResekostnaderna betalas\nMat på varje möte\nIntyg över deltagandet",
        "You say what to change and hear what came of it\nYour travel costs are paid\nFood at every meeting\nA certificate of taking part",
    ),
    "seats": 12,
}
CLOSED = {
    "names": names(
        "Kokemusasiantuntijoita päihdepalveluihin",
        "Erfarenhetsexperter till missbrukarvården",
        "Experts by experience for the substance services",
    ),
    "leads": names(
        "Oletko toipunut päihteistä? Etsimme kahdeksaa kokemusasiantuntijaa päihdepoliklinikan vastaanotolle ja ryhmiin.",
        "Har du tillfrisknat från missbruk? Vi söker åtta erfarenhetsexperter till missbrukarmottagningen och till grupper.",
        "Have you recovered from substance use? We look for eight experts by experience for the clinic and its groups.",
    ),
    "seats": 8,
}
ENDED = {
    "names": names(
        "Kehittäjäasiakkaita syksyksi", "Utvecklingsklienter till hösten", "Developer clients for the autumn"
    ),
    "leads": names(
        "Kuusi tapaamista, yksi kysymys: miten aikuissosiaalityö toimisi paremmin?",
        "Sex träffar, en fråga: hur kunde vuxensocialarbetet fungera bättre?",
        "Six meetings, one question: how could adult social work be better?",
    ),
    "seats": 10,
}
LAST_YEAR = {
    "names": names(
        "Kokemusasiantuntijoiksi viime vuonna",
        "Erfarenhetsexperter i fjol",
        "Experts by experience of last year",
    ),
    "leads": names(
        "Etsimme kahtatoista ihmistä kokemusasiantuntijakoulutukseen.",
        "Vi söker tolv personer till utbildningen för erfarenhetsexperter.",
        "We look for twelve people for the training of experts by experience.",
    ),
    "seats": 12,
}
COUNCIL = {
    "kind": Council.Kind.CLIENT_COUNCIL,
    "names": names("Nuorten aikuisten raati", "Unga vuxnas råd", "Young adults’ council"),
    "purpose": names(
        "Raati kertoo, miten palvelut toimivat alle 30-vuotiaan silmin.",
        "Rådet berättar hur tjänsterna fungerar för den som är under 30 år.",
        "The council tells how the services look to those under thirty.",
    ),
    "languages": ["fi"],
    "seats": 12,
    "place": "Ohjaamo Havukumpu, Asematie 2",
}

"""The words a new organisation begins with: a commission contract and a confidentiality commitment, ours, in plain words.

What it means comes first, in three sentences. The parts are those that a commission contract is usually made of
(requirements 2.6). A line that begins with "# " is a heading. An organisation words its own version whenever it wishes.
"""

from experts.models import ContractKind

TITLES = {
    ContractKind.COMMISSION: {"fi": "Toimeksiantosopimus", "sv": "Uppdragsavtal", "en": "Commission contract"},
    ContractKind.CONFIDENTIALITY: {
        "fi": "Vaitiolositoumus",
        "sv": "Förbindelse om tystnadsplikt",
        "en": "Confidentiality commitment",
    },
}

COMMISSION_FI = """
# Mitä tämä tarkoittaa
Sovimme, millä ehdoilla toimit kokemusasiantuntijana. Saat palkkion ja matkakulut tehtävistä, jotka otat vastaan, ja voit aina sanoa ei. Voit lopettaa milloin haluat, eikä sinun tarvitse kertoa syytä.

# Osapuolet
Sopimuksen tekevät kokemusasiantuntija ja organisaatio. Nimet ovat tämän paperin alussa.

# Tehtävä
Käytät omaa kokemustasi palveluista muiden hyväksi: esimerkiksi asiakastapaamisissa, puheenvuoroissa tai palvelujen suunnittelussa. Jokaisesta tehtävästä sovitaan erikseen: milloin, missä, mitä varten ja millä palkkiolla. Tämä on toimeksiantosopimus, ei työsopimus.

# Voimassaolo
Sopimus alkaa allekirjoituspäivästä. Se on voimassa toistaiseksi, ellei siihen ole merkitty viimeistä päivää.

# Palkkio
Palkkio maksetaan organisaation hinnaston mukaan. Näet palkkion euroina ennen kuin vastaat. Palkkio on veronalaista tuloa, ja se voi vaikuttaa etuuksiisi: kysy ensin Kelasta tai työttömyyskassasta. Voit myös valita, että saat vain kulut.

# Kulut
Matkakulut korvataan palkkion lisäksi.

# Vaitiolo
Et kerro kenellekään, mitä kuulet tai näet asiakkaista. Tämä jatkuu myös sopimuksen päätyttyä. Siitä on oma sitoumus.

# Tietosi
Tietojasi käytetään tehtävien sopimiseen, maksamiseen ja yhteydenpitoon. Näet tietosi palvelussa ja voit pyytää niihin muutosta. Tietosuojaseloste kertoo tarkemmin.

# Vakuutus
Jokaisen tehtävän tiedoissa lukee, kuka vakuuttaa sinut tapaturman varalta.

# Peruminen
Voit perua tehtävän. Siitä ei tule sinulle maksua, eikä syytä tarvitse kertoa. Jos tilaaja peruu myöhään, sinulle maksetaan organisaation peruutusehtojen mukaan.

# Kertomuksesi ja kuvasi
Kertomuksesi, tekstisi ja kuvasi ovat sinun. Niitä käytetään vain siihen, mihin olet suostunut. Voit perua suostumuksen.

# Tuki
Sinulla on yhteyshenkilö. Jokainen tehtävä puretaan yhdessä, ja voit tulla työnohjaukseen.

# Sopimuksen päättyminen
Voit päättää sopimuksen heti. Jos organisaatio päättää sen, se kertoo syyn kirjallisesti. Jo sovitut tehtävät käydään yhdessä läpi.

# Allekirjoitus
Paperilla sopimuksia on kaksi samanlaista, yksi kummallekin. Ruudulla allekirjoitettu sopimus on molempien nähtävissä palvelussa.
"""

COMMISSION_SV = """
# Vad det här betyder
Vi kommer överens om villkoren för dig som erfarenhetsexpert. Du får arvode och reseersättning för de uppdrag du tar emot, och du kan alltid säga nej. Du kan sluta när du vill, och du behöver inte berätta varför.

# Parter
Avtalet ingås av erfarenhetsexperten och organisationen. Namnen står i början av det här papperet.

# Uppdraget
Du använder din egen erfarenhet av tjänster till nytta för andra: till exempel vid klientmöten, i föredrag eller när tjänster planeras. Varje uppdrag avtalas skilt: när, var, varför och med vilket arvode. Det här är ett uppdragsavtal, inte ett arbetsavtal.

# Giltighet
Avtalet börjar den dag det skrivs under. Det gäller tills vidare, om ingen sista dag är antecknad.

# Arvode
Arvodet betalas enligt organisationens prislista. Du ser arvodet i euro innan du svarar. Arvodet är skattepliktig inkomst och kan påverka dina förmåner: fråga först FPA eller arbetslöshetskassan. Du kan också välja att bara få ersättning för kostnader.

# Kostnader
Resekostnader ersätts utöver arvodet.

# Tystnadsplikt
Du berättar inte för någon vad du hör eller ser om klienter. Det gäller också efter att avtalet har upphört. Om det finns en egen förbindelse.

# Dina uppgifter
Dina uppgifter används för att avtala om uppdrag, betala och hålla kontakt. Du ser dina uppgifter i tjänsten och kan be om ändringar. Dataskyddsbeskrivningen berättar mer.

# Försäkring
I uppgifterna om varje uppdrag står vem som försäkrar dig mot olycksfall.

# Avbokning
Du kan avboka ett uppdrag. Det kostar dig ingenting, och du behöver inte berätta varför. Om beställaren avbokar sent får du betalt enligt organisationens avbokningsvillkor.

# Din berättelse och dina bilder
Din berättelse, dina texter och dina bilder är dina. De används bara till det du har samtyckt till. Du kan återta samtycket.

# Stöd
Du har en kontaktperson. Varje uppdrag gås igenom tillsammans, och du kan komma till handledning.

# När avtalet upphör
Du kan avsluta avtalet genast. Om organisationen avslutar det berättar den skriftligt varför. Uppdrag som redan är avtalade gås igenom tillsammans.

# Underskrift
På papper finns två likadana avtal, ett för var och en. Ett avtal som skrivits under på skärmen syns för båda i tjänsten.
"""

COMMISSION_EN = """
# What this means
We agree on the terms on which you work as an expert by experience. You get a fee and travel costs for the tasks you take, and you can always say no. You can stop whenever you wish, and you need not say why.

# Parties
The contract is made by the expert by experience and the organisation. The names stand at the top of this paper.

# The task
You use your own experience of services for the good of others: for example in client meetings, talks or the planning of services. Each task is agreed apart: when, where, what for and for which fee. This is a commission contract, not an employment contract.

# How long it holds
The contract begins on the day it is signed. It holds until further notice, unless a last day is written into it.

# Fee
The fee is paid by the organisation's price list. You see the fee in euros before you answer. The fee is taxable income and may affect your benefits: ask Kela or your unemployment fund first. You may also choose to get costs only.

# Costs
Travel costs are paid besides the fee.

# Confidentiality
You tell nobody what you hear or see of clients. This goes on after the contract has ended. There is a commitment of its own on it.

# Your data
Your data is used for agreeing on tasks, paying and keeping in touch. You see your data in the service and may ask for changes. The privacy notice tells more.

# Insurance
The facts of each task say who insures you against accidents.

# Cancelling
You may cancel a task. It costs you nothing, and you need not say why. If the orderer cancels late, you are paid by the organisation's terms of cancelling.

# Your story and your pictures
Your story, texts and pictures are yours. They are used only for what you have agreed to. You may withdraw your consent.

# Support
You have a contact person. Each task is talked through together, and you may come to supervision.

# The end of the contract
You may end the contract at once. If the organisation ends it, it gives the reason in writing. Tasks agreed already are gone through together.

# Signature
On paper there are two copies, one for each. A contract signed on the screen can be seen by both in the service.
"""

CONFIDENTIALITY_FI = """
# Mitä tämä tarkoittaa
Kun kuulet tai näet jotain asiakkaasta, pidät sen omana tietonasi. Tämä koskee myös sitä, että joku on asiakas. Lupaus on voimassa aina, myös sen jälkeen kun lopetat.

# Mitä lupaan
En kerro kenellekään, mitä saan tietää asiakkaista, heidän perheistään tai asioistaan. En kerro siitä puhumalla, kirjoittamalla, kuvilla enkä verkossa. En käytä tietoa omaksi hyödykseni enkä kenenkään vahingoksi. En säilytä muistiinpanoja asiakkaista.

# Mistä saan puhua
Omasta elämästäni ja kokemuksistani saan kertoa vapaasti. Raskaan tapaamisen saan purkaa yhteyshenkilöni kanssa ja työnohjauksessa ilman nimiä.

# Jos joku on vaarassa
Jos joku on hengenvaarassa, soitan numeroon 112 ja kerron sen, mikä on tarpeen. Muusta huolesta kerron heti yhteyshenkilölleni.

# Mihin tämä perustuu
Kun toimin viranomaisen toimeksiannosta, minulla on lain mukaan sama vaitiolovelvollisuus kuin työntekijöillä (julkisuuslaki 621/1999, 23 §). Sen rikkomisesta voi seurata rangaistus.

# Voimassaolo
Sitoumus alkaa, kun allekirjoitan sen. Vaitiolo jatkuu, vaikka tehtäväni päättyvät.
"""

CONFIDENTIALITY_SV = """
# Vad det här betyder
När du hör eller ser något om en klient behåller du det för dig själv. Det gäller också att någon är klient. Löftet gäller alltid, också efter att du har slutat.

# Vad jag lovar
Jag berättar inte för någon vad jag får veta om klienter, deras familjer eller deras ärenden. Jag gör det inte i tal, i skrift, med bilder eller på nätet. Jag använder inte uppgifterna till egen nytta eller till skada för någon. Jag sparar inga anteckningar om klienter.

# Vad jag får tala om
Om mitt eget liv och mina egna erfarenheter får jag tala fritt. Ett tungt möte får jag gå igenom med min kontaktperson och i handledningen utan namn.

# Om någon är i fara
Om någon är i livsfara ringer jag 112 och berättar det som behövs. Annan oro berättar jag genast om för min kontaktperson.

# Vad det här bygger på
När jag handlar på uppdrag av en myndighet har jag enligt lag samma tystnadsplikt som de anställda (offentlighetslagen 621/1999, 23 §). Den som bryter mot den kan straffas.

# Giltighet
Förbindelsen börjar när jag skriver under den. Tystnadsplikten fortsätter fast mina uppdrag upphör.
"""

CONFIDENTIALITY_EN = """
# What this means
When you hear or see something of a client, you keep it to yourself. That somebody is a client is one of those things. The promise holds always, also after you have stopped.

# What I promise
I tell nobody what I come to know of clients, their families or their matters. I do not tell it by word, in writing, in pictures or on the net. I do not use it for my own good or to anybody's harm. I keep no notes of clients.

# What I may talk about
I may talk freely of my own life and my own experiences. I may talk a heavy meeting through with my contact person and in supervision, without names.

# If somebody is in danger
If somebody's life is in danger, I call 112 and tell what is needed. Other worries I tell my contact person at once.

# What this rests on
When I act by the commission of an authority, I have by law the same duty of confidentiality as its employees (Act on the Openness of Government Activities 621/1999, section 23). Breaking it may be punished.

# How long it holds
The commitment begins when I sign it. Confidentiality goes on although my tasks end.
"""

BODIES = {
    ContractKind.COMMISSION: {"fi": COMMISSION_FI, "sv": COMMISSION_SV, "en": COMMISSION_EN},
    ContractKind.CONFIDENTIALITY: {"fi": CONFIDENTIALITY_FI, "sv": CONFIDENTIALITY_SV, "en": CONFIDENTIALITY_EN},
}

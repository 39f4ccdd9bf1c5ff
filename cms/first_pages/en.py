"""The first pages in English."""

from .page import Article, Door, Home, facts, heading, organisation, questions, quote, steps, text

HOME = Home(
    title="Home",
    hero_title="Your experience belongs in the services",
    lead="Social services get better when people who have been clients help to make them.",
    buttons=(("Take part", "join"), ("Order an expert by experience", "order")),
    doors=(
        Door(
            "I want to make a difference",
            "You have been a client, or close to one. Your experience can help others.",
            "How to take part",
            "join",
        ),
        Door(
            "I need an expert by experience",
            "Staff, schools and associations: tell us the situation and we look for the right person.",
            "How to order",
            "order",
        ),
        Door("Who are they?", "Meet our experts by experience in their own words.", "See the CV folder", "folder"),
    ),
    quote="They told me it would sort itself out. Now I tell them what really helped.",
    quote_by="Veera, expert by experience since 2021",
)

WHAT = Article(
    "what",
    "Experts by experience",
    "experts-by-experience",
    "An expert by experience knows the services from their own life. They have been trained, and use their experience for the good of others.",
    (
        heading("What is an expert by experience?"),
        text(
            "<p>An expert by experience has been a client of social or health services, or close to somebody who has. They have stopped to look at that "
            "experience and learned to tell about it so that others can use it.</p>"
            "<p>They do not replace a professional. They bring what nobody else can: knowledge of what the service feels like.</p>"
        ),
        heading("What do they do?"),
        text(
            "<ul><li>sit in at <b>client meetings</b>, when the client wishes it</li>"
            "<li>speak to <b>students and staff</b></li>"
            "<li>take part in <b>steering groups and development work</b></li>"
            "<li>read forms and letters and say what cannot be understood</li>"
            "<li>lead or support <b>peer groups</b>.</li></ul>"
        ),
        facts(
            "What you can rely on",
            ("Secrecy", "<p>The expert is bound to secrecy. What a client says stays in the meeting.</p>"),
            (
                "Own limits",
                "<p>Everybody decides what to talk about and which bookings to take. You can always say no and need not say why.</p>",
            ),
            ("Support", "<p>After every client meeting there is a debrief. Supervision is there all the time.</p>"),
            ("Fee", "<p>The work is paid and travel is reimbursed, unless the expert wishes otherwise.</p>"),
        ),
        text("<p>[[folder|Meet our experts by experience]], or read [[order|how to order]].</p>"),
    ),
    in_menu=True,
    purpose="what_is",
)

FOLDER = Article(
    "folder",
    "Meet the experts",
    "folder",
    "Everybody has written their own CV and decides what is seen of them.",
    under="what",
)

ORDER = Article(
    "order",
    "How to order",
    "how-to-order",
    "Tell us what you need an expert by experience for. We look for the right person and see to the practical side.",
    (
        steps(
            "An order from beginning to end",
            (
                "Tell us what you need",
                "<p>Sign in and fill in the order, or phone us. Tell the task, the goal, the place and some times that suit.</p>",
            ),
            (
                "We look for the right person",
                "<p>The coordinator asks the experts. You usually have an answer within a week.</p>",
            ),
            (
                "You agree on how to work",
                "<p>Before a client meeting you go through roles, secrecy and the division of work together.</p>",
            ),
            (
                "You meet, and talk it through",
                "<p>After the meeting the expert and the worker talk about how it went. Keep 15 minutes for it.</p>",
            ),
        ),
        heading("Tell nothing about the client"),
        text(
            "<p><b>Do not write the client’s name, identity code or anything else by which the client could be known.</b> We do not need it. "
            "It is enough to describe the situation in general and what kind of experience would help.</p>"
            "<p>The client is always asked for permission, is told who is coming, and may change their mind up to the last moment.</p>"
        ),
        facts(
            "Fees and costs",
            ("Fee", "<p>The fee follows the office’s price list and is shown in the order before you send it.</p>"),
            ("Travel", "<p>Travel is reimbursed. No costs may be left to the expert.</p>"),
            (
                "Who pays",
                "<p>The payer has been agreed with your unit. A school or an association gets an invoice.</p>",
            ),
        ),
        facts(
            "If the order is cancelled",
            ("Five working days before, or earlier", "<p>Cancelling costs nothing.</p>"),
            ("1–4 working days before", "<p>Half of the fee and the actual costs.</p>"),
            ("Less than a day before, or nobody comes", "<p>The whole fee and the actual costs.</p>"),
            (
                "The expert cancels",
                "<p>They may cancel at any time without a reason. The coordinator looks for another person or time.</p>",
            ),
        ),
        organisation("Ask us", "contact"),
    ),
    under="what",
    purpose="how_to_order",
)

JOIN = Article(
    "join",
    "Take part",
    "take-part",
    "You need no experience of speaking or of meetings. Your own experience is enough to begin with.",
    (
        steps(
            "How to begin",
            (
                "Get in touch",
                "<p>Phone, write or come by. Tell us what interests you. You commit yourself to nothing yet.</p>",
            ),
            ("We talk", "<p>We meet in peace and talk about where you are in life and what you would like to do.</p>"),
            (
                "Take the training",
                "<p>You learn to tell about your experience and to keep your limits. The training is free of charge.</p>",
            ),
            (
                "Start at your own pace",
                "<p>You decide what bookings you get and how often. You answer each offer separately.</p>",
            ),
        ),
        quote(
            "The first time I was so nervous that my coffee cup shook. Then somebody nodded.",
            "Amina, expert by experience since 2022",
        ),
        questions(
            "Often asked",
            (
                "Do I have to tell everything?",
                "<p>No. You choose what you talk about. You may leave things out and change your mind later.</p>",
            ),
            (
                "Does everybody see my name?",
                "<p>Not unless you wish. You can be seen by staff only, by your first name or another name, with a photo or without.</p>",
            ),
            (
                "Does the fee affect my benefits?",
                "<p>It may. Ask Kela, for example, before your first booking. You can also take only your costs.</p>",
            ),
            ("Is travel paid?", "<p>Yes. Travel is reimbursed and you need not pay for it out of your own pocket.</p>"),
            (
                "What if I am too tired?",
                "<p>Then you rest. You can say no, cancel or take a break at any time. Nobody asks why.</p>",
            ),
            ("Do I need a computer?", "<p>No. We can agree on everything by phone and send the papers by post.</p>"),
        ),
        organisation("Get in touch", "contact"),
    ),
    in_menu=True,
    purpose="join",
)

COUNCILS = Article(
    "councils",
    "Client councils",
    "client-councils",
    "In a client council, clients tell what works in the services and what does not. Here you see what the councils have proposed and what came of it.",
    in_menu=True,
)

NEWS = Article("news", "News", "news", "Training, events, and what the experts’ work has led to.", in_menu=True)

CONTACT = Article(
    "contact",
    "Contact and feedback",
    "contact",
    "Phone, write or come by. We also answer in English as well as we can.",
    (
        organisation("Contact details", "contact"),
        heading("Without a computer"),
        text(
            "<p>Everything can be done on paper and by phone too. Phone us, and we record your order or answer for you. On request we post the order form, the CV "
            "form and the consents, in large print as well.</p>"
        ),
        heading("Give feedback"),
        text(
            "<p>Tell us what worked and what did not. You may stay anonymous by phone or letter. We answer feedback on accessibility within 14 days.</p>"
            "<p><b>Do not write your identity code, matters of health, or another person’s matters.</b></p>"
        ),
    ),
    in_menu=True,
    purpose="contact",
)

PRIVACY = Article(
    "privacy",
    "Privacy notice",
    "privacy",
    "This page tells what we keep about you, why, who sees it, and what you decide yourself.",
    (
        organisation("Controller", "controller"),
        heading("What we keep, and why"),
        facts(
            "",
            (
                "Expert by experience",
                (
                    "<p>Name, contact details, year of birth, CV, own limits and times, bookings, fees and consents. They are needed to arrange "
                    "bookings and pay fees.</p>"
                ),
            ),
            ("Orderer", "<p>Name, unit, contact details at work, and orders.</p>"),
            ("Client", "<p>Nothing. No client’s data are kept in this service.</p>"),
            (
                "Reader of this site",
                "<p>Nothing by which you could be known. We do not follow how the site is used.</p>",
            ),
        ),
        heading("Consent is yours"),
        text(
            "<p>Your CV may tell about health, your situation in life or your background. That is why we ask for your explicit consent to each thing separately: "
            "whether the CV is seen by staff of our own organisation, by partners or by everybody, and whether you may be recorded.</p>"
            "<p>You can withdraw a consent at any time, as easily as you gave it: in the service, by phone or by letter. The CV disappears at once.</p>"
        ),
        heading("Who sees the data"),
        text(
            "<p>The coordinator, and those workers you have allowed. Every opening of a CV is recorded, and you can see who has read yours. Those who pay "
            "see the fees but not your story. The data are not given to others or taken outside the EU and the EEA.</p>"
        ),
        heading("How long the data are kept"),
        text(
            "<p>Only as long as they are needed. A withdrawn CV is erased within a month, an expert’s other data two years after the end. What a fee "
            "is based on is kept for six years under the Accounting Act.</p>"
        ),
        heading("Your rights"),
        text(
            "<ul><li>see and download everything we keep about you</li><li>correct mistakes</li><li>ask for erasure or for restricted use</li>"
            "<li>object to the processing</li><li>know who has read your CV.</li></ul>"
            "<p>We answer within a month. [[contact|Get in touch]]. If you think your data have been handled wrongly, you may complain to the Data Protection "
            "Ombudsman.</p>"
        ),
    ),
    purpose="privacy",
)

COOKIES = Article(
    "cookies",
    "Cookies",
    "cookies",
    "We use only cookies without which the service does not work. That is why we do not ask about them.",
    (
        facts(
            "Cookies we may store",
            ("sessionid", "<p>Keeps you signed in. Goes when you sign out, at the latest after 10 hours.</p>"),
            ("csrftoken", "<p>Makes sure that a form came from you. Valid for a year at most.</p>"),
            ("django_language", "<p>Remembers the language you chose. Valid for a year.</p>"),
        ),
        text(
            "<p>If you only read these pages and do not sign in, we usually store nothing. There are no visitor statistics, no advertisements and nothing embedded "
            "from other services. You can block cookies in your browser, but then you cannot sign in.</p>"
        ),
    ),
    purpose="cookies",
)

ACCESSIBILITY = Article(
    "accessibility",
    "Accessibility statement",
    "accessibility",
    "The service must work for everybody. Tell us if something does not.",
    (
        heading("How the service meets the requirements"),
        text(
            "<p>The Act on the Provision of Digital Services requires the service to be accessible. The service is made to meet levels A and AA of WCAG 2.2. We have "
            "checked it ourselves with automatic tests, with the keyboard and on screens of different sizes.</p>"
            "<p>The service meets the requirements for the most part. Shortcomings we know of are listed below.</p>"
        ),
        heading("Shortcomings we know of"),
        text(
            "<ul><li>The experts’ own texts are written by themselves and are not always in easy language.</li>"
            "<li>Some words of the staff’s administration are in English whatever the language.</li></ul>"
        ),
        heading("Did you find a shortcoming?"),
        text(
            "<p>Tell us: [[contact|contact details]]. <b>We answer within 14 days.</b> If you need something in another form, in large print or "
            "read aloud on the phone, we see to it.</p>"
        ),
        heading("Supervisory authority"),
        text(
            "<p>If you are not content with our answer, or get none within 14 days, you may notify the Finnish Transport and Communications Agency Traficom, which "
            "supervises accessibility.</p>"
        ),
        facts(
            "Traficom, supervision of digital accessibility",
            (
                "On the web",
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
        "Training for experts by experience starts in January",
        "training-starts",
        "The training takes three months and is free of charge. There are twelve places.",
        (
            text(
                "<p>We meet on Wednesdays from 12 to 15 in Havukumpu. You can also take part remotely. You learn to tell about your experience, to keep your limits "
                "and to take part in a client meeting.</p><p>[[join|Read how to take part]], or phone the office.</p>"
            ),
        ),
        under="news",
        days_ago=3,
    ),
    Article(
        "news-letters",
        "The decision letter now begins with the decision",
        "decision-letter",
        "Experts by experience read the letters of adult social work. Now the first sentence tells what was decided.",
        (
            text(
                "<p>Five experts read eight model letters and marked where they would have stopped reading. The letters were written anew with them.</p>"
            ),
            quote(
                "When you open the letter at the kitchen table you want to know one thing: did I get it or not.",
                "Pekka, expert by experience since 2019",
            ),
        ),
        under="news",
        days_ago=19,
    ),
    Article(
        "news-students",
        "Three hundred students listened in silence",
        "students",
        "Social services students of Kuulasvesi University of Applied Sciences met six experts by experience this autumn.",
        (
            text(
                "<p>After the lecture the students wrote down what they are going to do differently. The most common answer was: I will ask a second time.</p>"
                "<p>A school can order an expert for a lecture or for planning its teaching. [[order|How to order]].</p>"
            ),
        ),
        under="news",
        days_ago=40,
    ),
)

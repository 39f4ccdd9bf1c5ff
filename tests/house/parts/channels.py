from coordination.messaging.domain import outbox, print_run, safe_link, sms
from coordination.messaging.models import Message
from coordination.messaging.tasks import print_run as task
from coordination.people.models import Person
from tests.factories import orders, people
from tests.house.door_table import COORDINATORS, KAISA, SUPERUSER, Keys
from tests.house.doors import EVERYBODY, Door

LOOKING = COORDINATORS | SUPERUSER


def letter() -> Message:
    someone = Person.objects.filter(first_name="Kirje").first() or people.person(
        "Kirje", street="Kuja 1", postcode="00100", town="Havukumpu"
    )
    return outbox.queue("messaging.trial", to=someone, context={}, about=someone)


def a_letter() -> Keys:
    return {"message": letter().pk}


def a_run() -> Keys:
    letter()
    run = print_run.begin(people.organisation(), people.actor(people.kaisa()))
    task.make(run.job_id)
    return {"pk": run.pk}


def offered() -> Keys:
    return {"kind": "offer", "key": orders.offer_open().pk}


def text_message() -> Keys:
    someone = people.person("Teksti", phone="040 000 0055", channel="sms")
    message = outbox.queue("messaging.trial", to=someone, context={}, about=someone)
    return {"token": safe_link.token(sms.link_of(message))}


DOORS: dict[str, Door] = {
    "outbox:calls": Door(LOOKING),
    "print_run:index": Door(LOOKING),
    "print_run:index_results": Door(LOOKING),
    "print_run:waiting": Door(LOOKING),
    "print_run:letter": Door(KAISA, a_letter),
    "print_run:page": Door(KAISA, a_run),
    "print_run:state": Door(KAISA, a_run),
    "print_run:pdf": Door(KAISA, a_run),
    "print_run:post": Door(KAISA, a_run, method="post"),
    "print_run:again": Door(KAISA, a_run, method="post"),
    "print_run:cancel": Door(KAISA, a_run, method="post"),
    "booking_request:about": Door(KAISA | SUPERUSER, offered),
    "messaging:message": Door(EVERYBODY, text_message),
}

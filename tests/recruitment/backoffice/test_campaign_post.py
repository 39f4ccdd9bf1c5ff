"""A message of recruitment to a person the house knows already is seen and handled by those who recruit, and by nobody else."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from coordination.events.domain import registration
from coordination.messaging.domain import call as calls
from coordination.messaging.domain import outbox, print_run, waiting
from coordination.messaging.models import Message, PrintRun
from coordination.messaging.permissions.message import may_handle
from coordination.messaging.tasks import print_run as printing
from coordination.people.models import Person, Role, User
from coordination.portal.domain import todo
from coordination.recruitment.domain import campaign as campaigns
from coordination.recruitment.domain import kick_off, told
from coordination.recruitment.models import Campaign
from coordination.recruitment.permissions import desk
from tests.factories import councils, events, people, recruitment

pytestmark = pytest.mark.django_db
RECEIVED = "recruitment.applicant.received"
ADDRESS = {"street": "Kuja 1", "postcode": "00100", "town": "Havukumpu"}


def coordinator(first_name: str, unit: str) -> Person:
    someone = people.person(first_name, unit=people.unit(unit), email=f"{first_name}@example.org".lower())
    people.role_for(someone, Role.Kind.COORDINATOR)
    people.user_for(someone)
    return someone


@pytest.fixture
def campaign() -> Campaign:
    """Of Youth services, which Nea coordinates; Elina, a leader, is named to recruit."""
    found = recruitment.campaign()
    recruitment.recruiter(found, councils.elina())
    return found


def known(campaign: Campaign, channel: str) -> Message:
    """Told to Vappu, whom the services for the old keep as an expert; Anja coordinates there."""
    unit = people.unit("Ikäihmisten palvelut")
    someone = people.person("Vappu", unit=unit, channel=channel, phone="+358401234567", **ADDRESS)
    return told.tell(RECEIVED, recruitment.applicant("Vappu", "Henkilö", campaign, person=someone))


def user(person: Person) -> User:
    return User.objects.get(pk=person.user_id)


def seen_by(person: Person) -> tuple:
    """In the outbox, to handle, among the branch's letters, among its calls, counted on top."""
    heads = user(person).branches(Role.Kind.COORDINATOR)
    counts = waiting.by_channel(user(person))
    return (
        Message.objects.visible_to(user(person)).count(),
        sum(may_handle(user(person), row) for row in Message.objects.all()),
        print_run.waiting(heads).count(),
        len(calls.calls(heads)),
        counts.letters + counts.people,
    )


@pytest.mark.parametrize(("channel", "letters", "called"), [("post", 1, 0), ("phone", 0, 1)])
def test_the_branch_of_the_person_sees_nothing_and_the_branch_of_the_campaign_everything(
    campaign, channel, letters, called
):
    row = known(campaign, channel)

    assert row.desk == f"recruitment.campaign:{campaign.pk}"
    assert seen_by(coordinator("Anja", "Ikäihmisten palvelut")) == (0, 0, 0, 0, 0)
    assert seen_by(people.admin()) == (0, 0, 0, 0, 0)
    assert seen_by(coordinator("Nea", "Nuorten palvelut")) == (1, 1, letters, called, 1)
    assert seen_by(people.kaisa()) == (1, 1, letters, called, 1)
    assert may_handle(user(councils.elina()), row)


def test_an_invitation_to_the_kick_off_is_as_closed(campaign):
    """It tells as much as an answer to the application."""
    known(campaign, "post")
    Message.objects.all().delete()
    campaign.kick_off = events.event()
    campaign.save(update_fields=["kick_off"])

    kick_off.invite_everyone(campaign, people.actor(people.kaisa()))

    row = Message.objects.get()
    assert (row.kind, row.desk) == ("events.event.invited", f"recruitment.campaign:{campaign.pk}")
    assert seen_by(coordinator("Anja", "Ikäihmisten palvelut")) == (0, 0, 0, 0, 0)
    assert seen_by(people.admin()) == (0, 0, 0, 0, 0)
    assert seen_by(coordinator("Nea", "Nuorten palvelut")) == (1, 1, 1, 0, 1)


def test_of_two_campaigns_with_one_kick_off_each_keeps_the_invitations_of_its_own(campaign):
    other, evening = recruitment.campaign("Toinen haku"), events.event()
    Campaign.objects.update(kick_off=evening)
    own, others = (recruitment.applicant("Vappu", name, each) for name, each in (("Oma", campaign), ("Muu", other)))

    for each in Campaign.objects.order_by("-pk"):
        kick_off.invite_everyone(each, people.actor(people.kaisa()))

    found = dict(Message.objects.filter(kind="events.event.invited").values_list("person", "desk"))
    assert found == {own.person_id: desk.of(campaign), others.person_id: desk.of(other)}


def invited_before(campaign) -> Message:
    """Vappu, who has applied, is invited to an event that is nobody's kick-off yet."""
    row = recruitment.applicant("Vappu", "Henkilö", campaign)
    registration.invite(events.event(), [row.person], people.actor(people.kaisa()))
    return Message.objects.get()


def test_what_was_written_of_an_event_is_closed_once_it_is_chosen_as_the_kick_off(campaign):
    row = invited_before(campaign)

    campaigns.change(campaign, people.actor(people.kaisa()), kick_off=events.event())

    assert (row.desk, Message.objects.get().desk) == ("", desk.of(campaign))


def test_what_was_written_before_messages_were_closed_is_closed_by_the_migration(campaign):
    """Not what was written to those who interview, nor what lies on another's desk or belongs elsewhere."""
    told_of = invited_before(campaign)
    talk = recruitment.interview(recruitment.applicant("Vappu", "Henkilö", campaign))
    received = known(campaign, "phone")
    causes = {"asked": outbox.cause(talk), "taken": outbox.cause(talk), "gone": "recruitment.applicant:999999"}
    to_them = {kind: trial(kind, cause) for kind, cause in causes.items()}
    Message.objects.update(desk="")
    Campaign.objects.update(kick_off=events.event())
    other = trial("other", "councils.council:3", "councils.council:3")

    import_module("coordination.recruitment.migrations.0003_desks_of_what_was_written").lay_on_desks(apps, None)

    found = dict(Message.objects.values_list("pk", "desk"))
    rows = (told_of, received, to_them["asked"], to_them["taken"], to_them["gone"], other)
    own = desk.of(campaign)
    assert [found[row.pk] for row in rows] == [own, own, own, "", "", "councils.council:3"]


def trial(kind: str, about: str, lies_on: str = "") -> Message:
    """A message written straight, of a cause."""
    made = outbox.queue("messaging.trial", to=people.matti(), context={}, about=people.matti(), again=kind)
    Message.objects.filter(pk=made.pk).update(kind=f"recruitment.interview.{kind}", about=about, desk=lies_on)
    return made


@pytest.mark.parametrize("many", [1, 3])
def test_the_desk_is_asked_once_for_all_who_are_written_to(campaign, many, django_assert_num_queries):
    other, evening = recruitment.campaign("Toinen haku"), events.event()
    Campaign.objects.update(kick_off=evening)
    keys = [recruitment.applicant("Vappu", f"V{number}", other).person_id for number in range(many)]

    with django_assert_num_queries(2):
        assert desk.of_event(evening, keys) == dict.fromkeys(keys, desk.of(other))


def test_a_letter_of_another_campaign_of_the_same_branch_is_not_on_this_desk(campaign):
    other = recruitment.campaign("Toinen haku")

    row = known(other, "post")

    assert not may_handle(user(councils.elina()), row)


def test_one_who_recruits_prints_and_posts_the_letter(client, campaign):
    row = known(campaign, "post")
    people.sign_in(client, councils.elina())
    waits = client.get(reverse("campaign_letters:waiting", args=[campaign.pk]))

    client.post(reverse("campaign_letters:waiting", args=[campaign.pk]), {"unit": campaign.unit_id})
    run = PrintRun.objects.get()
    printing.make(run.job_id)
    to_post = [each.url for each in todo.office(user(councils.elina()))]
    pdf = client.get(reverse("campaign_letters:pdf", args=[campaign.pk, run.pk]))
    client.post(reverse("campaign_letters:post", args=[campaign.pk, run.pk]), {"all": "1"})

    row.refresh_from_db()
    assert ([each.pk for each, __ in waits.context["ready"]], pdf.status_code, row.status) == ([row.pk], 200, "sent")
    assert reverse("campaign_letters:waiting", args=[campaign.pk]) in to_post
    assert client.get(reverse("campaign_letters:index", args=[campaign.pk])).context["runs"][0][0] == run


def test_one_who_recruits_calls_and_the_page_leads_to_the_applicant(client, campaign):
    row = known(campaign, "phone")
    people.sign_in(client, councils.elina())
    address = reverse("campaign_calls:index", args=[campaign.pk])
    page = client.get(address)
    card = page.context["cards"][0]

    prefix = f"p{row.person_id}"
    client.post(address, {"messages": str(row.pk), "outcome": "tavattu", f"{prefix}-note": ""})

    row.refresh_from_db()
    assert (row.status, row.calls.get().is_reached) == ("sent", True)
    about = client.get(card.matters[0][1])
    applicant = campaign.applicants.get()
    assert about.url == reverse("campaign_applicant:page", args=[campaign.pk, applicant.pk])


def test_who_is_named_to_recruit_is_told_what_waits(campaign):
    known(campaign, "post")
    recruitment_todo = [(each.url, each.text) for each in todo.office(user(councils.elina()))]

    assert (reverse("campaign_letters:waiting", args=[campaign.pk]), str(campaign.names)) in recruitment_todo


def test_the_coordinator_of_the_campaigns_branch_prints_it_among_the_others(campaign):
    row = known(campaign, "post")
    nea = coordinator("Nea", "Nuorten palvelut")

    run = print_run.begin(campaign.unit, people.actor(nea))

    assert run.letters.get().message == row


def test_a_letter_without_an_address_leads_to_the_applicant(client, campaign):
    row = known(campaign, "post")
    Person.objects.filter(pk=row.person_id).update(street="")
    people.sign_in(client, councils.elina())

    page = client.get(reverse("campaign_letters:waiting", args=[campaign.pk]))

    about = reverse("campaign_post:about", args=["applicant", campaign.applicants.get().pk])
    assert page.context["lacking"] == [(row, about)]

from collections import defaultdict
from itertools import islice

from django.db import migrations

DESK = "recruitment.campaign:{}"
AT_A_TIME = 500
TO_INTERVIEWERS = ("recruitment.interview.taken", "recruitment.interview.freed")


def lay_on_desks(apps, schema_editor):
    """What was written of a recruitment before its messages were closed to others is closed, too."""
    Applicant = apps.get_model("recruitment", "Applicant")
    Interview = apps.get_model("recruitment", "Interview")
    campaigns = {
        "recruitment.applicant": lambda keys: Applicant.objects.filter(pk__in=keys).values_list("pk", "campaign"),
        "recruitment.interview": lambda keys: Interview.objects.filter(pk__in=keys).values_list(
            "pk", "applicant__campaign"
        ),
    }
    Message = apps.get_model("messaging", "Message")
    for label, found in campaigns.items():
        rows = Message.objects.filter(desk="", about__startswith=f"{label}:").exclude(kind__in=TO_INTERVIEWERS)
        for some in _pieces(rows):
            causes = {pk: int(about.partition(":")[2]) for pk, about, _person in some}
            campaign_of = dict(found(set(causes.values())))
            _move(Message, {pk: campaign_of.get(key) for pk, key in causes.items()})
    for event in set(
        apps.get_model("recruitment", "Campaign").objects.exclude(kick_off=None).values_list("kick_off", flat=True)
    ):
        _lay_of_kick_off(apps, event)


def _lay_of_kick_off(apps, event):
    """Of several campaigns with one first event it is the one the reader applied to, else the first."""
    Campaign, Applicant = (apps.get_model("recruitment", name) for name in ("Campaign", "Applicant"))
    Message = apps.get_model("messaging", "Message")
    keys = list(Campaign.objects.filter(kick_off=event).order_by("pk").values_list("pk", flat=True))
    places = iter(
        apps.get_model("events", "Registration").objects.filter(event=event).order_by("pk").values_list("pk", flat=True)
    )
    causes = [f"events.event:{event}"]
    while causes:
        rows = list(Message.objects.filter(desk="", about__in=causes).order_by("pk").values_list("pk", "person"))
        applied = Applicant.objects.filter(campaign__in=keys, person__in={person for _pk, person in rows})
        campaign_of = dict(applied.order_by("-campaign").values_list("person", "campaign"))
        _move(Message, {pk: campaign_of.get(person, keys[0]) for pk, person in rows})
        causes = [f"events.registration:{pk}" for pk in islice(places, AT_A_TIME)]


def _pieces(rows):
    """So many at a time: the key, the cause and the reader of each."""
    last = 0
    while some := list(rows.filter(pk__gt=last).order_by("pk").values_list("pk", "about", "person")[:AT_A_TIME]):
        yield some
        last = some[-1][0]


def _move(Message, campaigns):
    messages = defaultdict(list)
    for pk, campaign in campaigns.items():
        messages[campaign].append(pk)
    for campaign, keys in messages.items():
        if campaign is not None:
            for at in range(0, len(keys), AT_A_TIME):
                Message.objects.filter(pk__in=keys[at : at + AT_A_TIME]).update(desk=DESK.format(campaign))


class Migration(migrations.Migration):
    dependencies = [
        ("recruitment", "0002_draft_choice"),
        ("events", "0004_forgetting"),
        ("messaging", "0005_received_mail"),
    ]

    operations = [
        migrations.RunPython(lay_on_desks, migrations.RunPython.noop),
    ]

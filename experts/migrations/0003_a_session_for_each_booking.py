"""Every booking made before there were sessions becomes one session, which carries its price, fee and calendar entry."""

from django.db import migrations

OUTCOMES = {"confirmed": "planned", "held": "held", "no_show": "cancelled", "cancelled": "cancelled"}
OTHERS = ("preparation", "rehearsal", "further")
CARRIED = ("price_code", "price_name", "rate", "quantity")


def give_sessions(apps, schema_editor):
    Booking = apps.get_model("experts", "Booking")
    BusyTime = apps.get_model("experts", "BusyTime")
    Session = apps.get_model("experts", "Session")
    for booking in Booking.objects.order_by("pk").iterator():
        session = Session.objects.create(
            booking=booking,
            time_id=booking.time_id,
            kind="main",
            starts_at=booking.starts_at,
            ends_at=booking.ends_at,
            status=OUTCOMES[booking.status],
            amount=booking.amount,
            amount_reason=booking.amount_reason,
            fee_id=booking.fee_id,
            entry_id=booking.entry_id,
            outcome_note=booking.ended_because,
            **{name: getattr(booking, name) for name in CARRIED},
        )
        BusyTime.objects.filter(booking=booking).update(session=session)


def give_back(apps, schema_editor):
    Booking = apps.get_model("experts", "Booking")
    BusyTime = apps.get_model("experts", "BusyTime")
    Session = apps.get_model("experts", "Session")
    for session in Session.objects.filter(kind="main").order_by("pk").iterator():
        Booking.objects.filter(pk=session.booking_id).update(
            fee_id=session.fee_id,
            entry_id=session.entry_id,
            **{name: getattr(session, name) for name in CARRIED},
        )
    for session in Session.objects.filter(kind__in=OTHERS, fee__isnull=False).order_by("-starts_at").iterator():
        Booking.objects.filter(pk=session.booking_id, fee=None).update(fee_id=session.fee_id)
    # Work paid as wages brought no fee; before there were sessions nothing was held without one.
    Booking.objects.filter(status="held", fee=None).update(status="no_show")
    BusyTime.objects.update(session=None)
    Session.objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("experts", "0002_sessions")]

    operations = [migrations.RunPython(give_sessions, give_back)]

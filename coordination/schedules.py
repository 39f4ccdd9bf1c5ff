"""What runs by the clock. `manage.py schedules` writes these rows for the worker; running it again changes nothing."""

from __future__ import annotations

from django_q.models import Schedule

# name: (task, cron in Europe/Helsinki)
SCHEDULES = {
    "sweep the outbox": ("coordination.messaging.tasks.delivery.sweep", "* * * * *"),
    "read the mailbox": ("coordination.portal.tasks.inbox.read", "*/5 * * * *"),
    "gather notices into digests": ("coordination.messaging.tasks.digest.gather", "30 7 * * *"),
    "go on with packets": ("councils.tasks.packet.go_on", "*/10 * * * *"),
    "archive minutes": ("councils.tasks.minutes_archive.go_on", "25 * * * *"),
    "expire offers": ("experts.tasks.offer.expire", "*/5 * * * *"),
    "expire changes of time": ("experts.tasks.time_change.expire", "*/5 * * * *"),
    "follow breaks": ("experts.tasks.leave.follow", "25 0 * * *"),
    "remind of meetings": ("councils.tasks.invitation.remind", "*/10 * * * *"),
    "remind of interviews": ("coordination.recruitment.tasks.interview.remind", "*/10 * * * *"),
    "remind of debriefs": ("experts.tasks.debrief.remind", "15 8 * * *"),
    "ask whether CVs are up to date": ("experts.tasks.cv.remind", "30 8 * * 1"),
    "tidy orders from outside": ("experts.tasks.outside_order.tidy", "20 4 * * *"),
    "ask consents again": ("coordination.privacy.tasks.consent.remind", "45 8 * * *"),
    "forget printed folders": ("experts.tasks.folder_print.sweep", "10 * * * *"),
    "forget imported files": ("experts.tasks.expert_import.sweep", "35 4 * * *"),
    "forget printed letters": ("coordination.messaging.tasks.print_run.forget", "40 4 * * *"),
    "forget those not chosen": ("coordination.recruitment.tasks.forgetting.nightly", "50 3 * * *"),
    "forget those known from events alone": ("coordination.events.tasks.newcomer.nightly", "5 4 * * *"),
    "ask whether to stay in reserve": ("coordination.recruitment.tasks.keeping.ask", "35 8 * * *"),
    "remind of events": ("coordination.events.tasks.reminder.remind", "*/10 * * * *"),
    "follow answers to councils": ("councils.tasks.statement.follow", "50 8 * * 1-5"),
    "tell what waits for approval": ("coordination.fees.tasks.approval.tell", "20 8 * * 1-5"),
    "post the year's fees": ("coordination.fees.tasks.statement.post", "40 6 7-31 1 *"),
    "go on with payment batches": ("coordination.fees.tasks.payment_batch.go_on", "35 * * * *"),
    "forget receipts of old claims": ("coordination.fees.tasks.travel_claim.forget", "55 3 * * *"),
    "forget files of the ledger": ("coordination.fees.tasks.ledger.forget", "45 4 * * *"),
    "end old roles": ("coordination.people.tasks.role.end_old", "5 0 * * *"),
}


def write() -> int:
    """Make the schedules as they are here: new ones come, changed ones change, old ones go. Returns how many stand."""
    for name, (task, cron) in SCHEDULES.items():
        row, created = Schedule.objects.get_or_create(
            name=name, defaults={"func": task, "cron": cron, "schedule_type": Schedule.CRON}
        )
        if not created and (row.func, row.cron) != (task, cron):
            row.func, row.cron = task, cron
            row.save()
    Schedule.objects.exclude(name__in=SCHEDULES).delete()
    return len(SCHEDULES)

"""The progress of one's own job, as a page and as JSON for the bar."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from coordination.records.domain.job import ON
from coordination.records.models import Job


@login_required
@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    job = get_object_or_404(Job.objects.visible_to(request.user).select_related("result"), pk=pk)
    return render(request, "records/job/show.html", {"job": job, "text": words(job), "over": _over(job)})


@login_required
@never_cache
def state(request: HttpRequest, pk: int) -> JsonResponse:
    """What the progress bar asks for (static/js/progress.js)."""
    job = get_object_or_404(Job.objects.visible_to(request.user), pk=pk)
    return JsonResponse(told(job, finished=_over(job), url=reverse("records:job", args=[job.pk])))


def told(job: Job | None, *, finished: bool, url: str) -> dict[str, object]:
    """What the bar of a page is told; `finished` takes it to `url`."""
    done, total, text = (job.done, job.total, words(job)) if job else (0, 0, "")
    return {"done": done, "total": total, "text": text, "finished": finished, "url": url}


def gave_up(job: Job | None) -> bool:
    """The worker could not: the page says so instead of waiting for ever."""
    return job is None or job.status in (Job.Status.FAILED, Job.Status.STOPPED)


def _over(job: Job) -> bool:
    return job.status not in (Job.Status.WAITING, Job.Status.RUNNING)


def words(job: Job) -> str:
    """How far the work is, as one sentence."""
    if job.status == Job.Status.RUNNING and job.total:
        return _("%(done)s of %(total)s done.") % {"done": job.done, "total": job.total}
    if job.status == Job.Status.FAILED and job.problem == ON:
        return _(
            "The work stumbled before its end. What was done stays done. Go back and press again: it goes on with the rest. "
            "If it stumbles again, tell your main user."
        )
    return {
        Job.Status.WAITING: _("The work begins in a moment."),
        Job.Status.RUNNING: _("The work has begun."),
        Job.Status.DONE: _("The work is done."),
        Job.Status.FAILED: _("The work did not succeed, and nothing was changed. Try again, or call your coordinator."),
        Job.Status.STOPPED: _("The work was stopped."),
    }[Job.Status(job.status)]


@login_required
def result(request: HttpRequest, pk: int) -> FileResponse:
    """The file the job made, for the one who started it."""
    job = get_object_or_404(Job.objects.visible_to(request.user).select_related("result"), pk=pk, result__isnull=False)
    return FileResponse(job.result.file.open(), as_attachment=True, filename=job.result.name)

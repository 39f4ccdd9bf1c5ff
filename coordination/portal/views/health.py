"""Two answers for machines: alive, and ready to serve."""

from __future__ import annotations

from datetime import timedelta

from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from coordination.foundation import clock
from coordination.messaging.models import Message

LONGEST_WAIT = timedelta(minutes=15)


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while the process answers and the database does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"ok": True})


@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when the migrations are applied and no message has waited too long; 503 and the reason otherwise."""
    problems = []
    if _pending_migrations():
        problems.append("migrations")
    waiting = Message.objects.filter(
        status=Message.Status.QUEUED, queued_at__lt=clock.now() - LONGEST_WAIT, not_before=None
    )
    if waiting.exists():
        problems.append("outbox")
    return JsonResponse({"ok": not problems, "problems": problems}, status=503 if problems else 200)


def _pending_migrations() -> bool:
    applied = cache.get("migrations-applied")
    if applied:
        return False
    executor = MigrationExecutor(connection)
    pending = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if not pending:
        cache.set("migrations-applied", True, 300)
    return pending

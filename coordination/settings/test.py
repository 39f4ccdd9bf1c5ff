"""Tests: a real file database, so that threads, processes and browsers see the same one; PostgreSQL under TEST_DB=postgres."""

import os

from django.core.exceptions import ImproperlyConfigured

from coordination.settings.base import *  # noqa: F403
from coordination.settings.base import DATA, env

SECRET_KEY = "a key of the tests"  # noqa: S105
WORDS_KEY = "a key of the tests for the search index"
LINK_KEY = "a key of the tests for personal links"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

# Each developer and each parallel test process has files of its own.
TEST_NAME = "-".join(filter(None, [env.text("KUULUVIIN_TEST_DB", "default"), os.environ.get("PYTEST_XDIST_WORKER")]))
TEST_DB = env.text("TEST_DB", "sqlite")
TEST_DATABASES = {
    "sqlite": f"sqlite://{DATA / f'test-{TEST_NAME}.sqlite3'}",
    "postgres": "postgres://postgres@/kuuluviin",  # tests/plugins/postgres.py starts the cluster and fills in the host
}
if TEST_DB not in TEST_DATABASES:
    raise ImproperlyConfigured(f"TEST_DB must be sqlite or postgres, not {TEST_DB!r}.")
DATABASES = {"default": env.database(env.text("TEST_DATABASE_URL", TEST_DATABASES[TEST_DB]))}
DATABASES["default"]["CONN_MAX_AGE"] = 0

DATA.mkdir(parents=True, exist_ok=True)
MEDIA_ROOT = DATA / f"test-{TEST_NAME}-media"
PRIVATE_ROOT = DATA / f"test-{TEST_NAME}-private"
# `client.force_login` brings no second factor; the tests of the sign-in itself turn this on.
SECOND_FACTOR_REQUIRED = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

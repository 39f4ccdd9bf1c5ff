"""The demo: one machine, one command, invented people, sign-in by one click. Never for real data."""

from coordination.settings.base import *  # noqa: F403
from coordination.settings.base import DATA, MIDDLEWARE, env

DEMO = True
DEMO_TODAY = env.day("DEMO_TODAY")
DATA.mkdir(parents=True, exist_ok=True)
SECRET_KEY = "a key of the demo, known to everybody and refused in production"  # noqa: S105
WORDS_KEY = "a key of the demo for the search index"
LINK_KEY = "a key of the demo for personal links"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
SECOND_FACTOR_REQUIRED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
PORT = env.whole("PORT", 8000)
WAGTAILADMIN_BASE_URL = env.text("KUULUVIIN_BASE_URL", f"http://127.0.0.1:{PORT}")
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA / "mail"
SMS_BACKEND = "file"
MIDDLEWARE = [*MIDDLEWARE]

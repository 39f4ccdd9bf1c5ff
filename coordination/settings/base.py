"""What every installation shares. A value an installation must choose stands in `production.py`."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.conf import locale
from django.utils.translation import gettext_lazy as _

from coordination.settings import env

BASE_DIR = Path(__file__).resolve().parents[2]
DATA = Path(env.text("KUULUVIIN_DATA", BASE_DIR / "var"))

DEBUG = False
DEMO = False
PRODUCTION = False
DEMO_TODAY = None
ALLOWED_HOSTS: list[str] = []

INSTALLED_APPS = [
    "cms",
    "experts",
    "councils",
    "coordination.portal",
    "coordination.recruitment",
    "coordination.events",
    "coordination.feedback",
    "coordination.calendar",
    "coordination.fees",
    "coordination.privacy",
    "coordination.messaging",
    "coordination.records",
    "coordination.people",
    "coordination.foundation",
    "coordination",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "treebeard",
    "django_filters",
    "django_htmx",
    "django_q",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "coordination.portal.middleware.RequestMarkMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "coordination.portal.middleware.AdminPolicyMiddleware",
    "coordination.portal.middleware.PrivatePagesMiddleware",
    "coordination.portal.middleware.PlainTextMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "coordination.portal.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "coordination.people.middleware.SecondFactorMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "coordination.urls"
WSGI_APPLICATION = "coordination.wsgi.application"
SITE_TITLE = "Kuuluviin"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "coordination.portal.context.page_frame",
            ],
            "builtins": [
                "coordination.foundation.templatetags.kuuluviin",
                "coordination.foundation.templatetags.components",
                "coordination.foundation.templatetags.fields",
            ],
        },
    },
]
FORM_RENDERER = "coordination.foundation.forms.SiteRenderer"

DATABASES = {"default": env.database(env.text("DATABASE_URL", f"sqlite://{DATA / 'kuuluviin.sqlite3'}"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# --- Languages: a further one is a code here (from the environment) and a catalogue in locale/ ---
locale.LANG_INFO.setdefault(
    "se", {"bidi": False, "code": "se", "name": "Northern Sami", "name_local": "davvisámegiella"}
)
LANGUAGE_CODE = "fi"
_NAMES = {"fi": _("Finnish"), "sv": _("Swedish"), "en": _("English"), "se": _("Northern Sámi")}
LANGUAGES = [(code, _NAMES.get(code, code)) for code in env.names("KUULUVIIN_LANGUAGES", "fi,sv,en")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [(code, name) for code, name in LANGUAGES if code in {"fi", "sv", "en"}]
WAGTAIL_I18N_ENABLED = True
WAGTAILSIMPLETRANSLATION_SYNC_PAGE_TREE = False
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Helsinki"
LOCALE_PATHS = [BASE_DIR / "locale"]

# --- Files ---
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA / "media"
PRIVATE_ROOT = DATA / "private"
WORDS_CACHE = DATA / "words"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
WAGTAILDOCS_SERVE_METHOD = "serve_view"

# --- Sign-in: an e-mail code or a passkey, a second factor for those who read others' data ---
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "coordination.people.auth.RoleBackend",
]
LOGIN_URL = "account_login"
# Not allauth's page itself: it would send a signed-in stranger straight back, round and round.
WAGTAILADMIN_LOGIN_URL = "/hallinta/login/"
LOGIN_REDIRECT_URL = "portal:now"
ACCOUNT_ADAPTER = "coordination.portal.auth.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "coordination.portal.auth.EmployerAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_TIMEOUT = 20 * 60
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_DISPLAY = "coordination.people.auth.display_name"
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "20/m/ip,3/m/key",
    "safe_link_code": "20/10m/ip",
    # Per key, never per address: the key is a keyed digest, so that no address of a sender is kept as such.
    "outside_order_sender": "10/h/key",
    "outside_order_address": "5/d/key",
    "outside_order_draft": "60/h/key",
    "order_link_sender": "10/h/key",
    "order_link_order": "3/d/key",
    "council_idea": "10/h/key",
    "recruitment_sender": "10/h/key",
    # At an event many write by the house's one network.
    "recruitment_event": "200/h/key",
    "recruitment_address": "5/d/key",
    # Many stand at an event behind the address of one network.
    "event_sender": "60/h/key",
    "event_address": "10/d/key",
    "event_idea": "120/h/key",
    "invitation_code": "5/m/ip,30/h/ip",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {"add_webauthn": "coordination.people.forms.passkey.AddPasskeyForm"}
MFA_TOTP_ISSUER = "Kuuluviin"
SECOND_FACTOR_REQUIRED = True
SESSION_COOKIE_AGE = 60 * 60 * 10
SESSION_COOKIE_HTTPONLY = True

# --- Wagtail: nothing phones home, passwords are allauth's business ---
WAGTAIL_SITE_NAME = "Kuuluviin"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_AUTOSAVE_INTERVAL = 3000
WAGTAIL_WORKFLOW_ENABLED = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.guarded_files.GuardedImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.guarded_files.GuardedDocumentForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILADMIN_BASE_URL = env.text("KUULUVIIN_BASE_URL", "http://127.0.0.1:8000")

# --- Mail leaves through the outbox alone ---
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = env.text("KUULUVIIN_FROM", "Kuuluviin <kuuluviin@example.org>")

# --- Mail that comes in, calendar replies and returned mails: off, a folder over IMAP, or an mbox file ---
INBOX = env.mailbox("KUULUVIIN_INBOX")

# --- Text messages: off, file (each into a file under the data folder), http (a POST to the organisation's gateway) ---
SMS_BACKEND = env.one_of("KUULUVIIN_SMS_BACKEND", {"off", "file", "http"}, "off")
SMS_FILE_PATH = DATA / "sms"
SMS_URL = env.text("KUULUVIIN_SMS_URL", "")
SMS_TOKEN = env.text("KUULUVIIN_SMS_TOKEN", "")
SMS_SENDER = env.text("KUULUVIIN_SMS_SENDER", "")
SMS_TIMEOUT = env.whole("KUULUVIIN_SMS_TIMEOUT", 10)

# --- Letters: where the window of the organisation's envelopes is, in millimetres from the corner of the sheet ---
LETTER_WINDOW_LEFT = env.whole("KUULUVIIN_LETTER_WINDOW_LEFT", 20)
LETTER_WINDOW_TOP = env.whole("KUULUVIIN_LETTER_WINDOW_TOP", 45)

# --- Worker: the database is the broker, so that a killed worker loses nothing ---
Q_CLUSTER = {
    "name": "kuuluviin",
    "orm": "default",
    "workers": env.whole("KUULUVIIN_WORKERS", 1),
    "queue_limit": 2,
    "bulk": 1,
    "timeout": 600,
    "retry": 2000,
    "max_attempts": 5,
    "poll": 1,
    "catch_up": False,
    "save_limit": 20,
    "ack_failures": True,
    "label": "Worker",
}

# --- Log: one stream, to whoever started the process; no line names anybody (foundation/logs.py) ---
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"covering": {"()": "coordination.foundation.logs.Covering"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "covering"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "INFO"}},
}

# --- Headers ---
X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    },
}

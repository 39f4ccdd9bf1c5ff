"""Production: every value an installation must choose comes from the environment, and a missing one stops the start."""

from coordination.settings.base import *  # noqa: F403
from coordination.settings.base import CONTENT_SECURITY_POLICY, DATABASES, env

PRODUCTION = True
SECRET_KEY = env.text("SECRET_KEY")
WORDS_KEY = env.text("WORDS_KEY")
LINK_KEY = env.text("LINK_KEY")
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS")
DATABASES["default"] = env.database(env.text("DATABASE_URL"))
WAGTAILADMIN_BASE_URL = env.text("KUULUVIIN_BASE_URL")
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]
DEFAULT_FROM_EMAIL = env.text("KUULUVIIN_FROM")

EMAIL_HOST = env.text("EMAIL_HOST")
EMAIL_PORT = env.whole("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.switch("EMAIL_USE_TLS", True)

# Rate limits live in the cache: every web process must see the same one.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": env.text("REDIS_URL")}}

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

ALLAUTH_TRUSTED_PROXY_COUNT = env.whole("TRUSTED_PROXIES", 1)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.whole("HSTS_SECONDS", 31536000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.switch("HSTS_SUBDOMAINS", True)
SECURE_HSTS_PRELOAD = env.switch("HSTS_PRELOAD", True)
# Wagtail shows the preview of a page in a frame of this same site.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True

# The employer's sign-in (OpenID Connect): a button on the sign-in page when its server is named.
if env.text("OIDC_SERVER_URL", ""):
    # The button posts here and is sent on there: browsers hold a form to its policy through the redirect as well.
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"].append(env.origin(env.text("OIDC_SERVER_URL")))
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "APPS": [
                {
                    "provider_id": "employer",
                    "name": env.text("OIDC_NAME"),
                    "client_id": env.text("OIDC_CLIENT_ID"),
                    "secret": env.text("OIDC_SECRET"),
                    "settings": {"server_url": env.text("OIDC_SERVER_URL")},
                }
            ]
        }
    }

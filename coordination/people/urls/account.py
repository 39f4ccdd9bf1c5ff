"""What stands beside allauth's own pages under `tili/`, and before them: the doors of theirs that are closed here."""

from django.urls import path, re_path

from coordination.people.views import closed, invitation

app_name = "people"
urlpatterns = [
    path("kutsu/", invitation.enter, name="invitation"),
    # Nobody makes an account, a password or a sign-in address by oneself.
    path("signup/", closed.show, name="closed"),
    re_path(r"^(?:email|password|confirm-email|3rdparty/signup)/", closed.show),
    path("3rdparty/", closed.show),
]

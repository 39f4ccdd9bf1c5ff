"""What every page needs round its content: languages, tabs, the organisation, a person to ask.

A view or a page may set any of these names itself: its own value wins.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, get_language_info, pgettext

from cms import frame
from coordination.people.models import Person, Role, User
from councils.models import Membership
from experts.domain.booking_request import contact
from experts.models import Expert

MOST_TABS = 5
OFFICE = (Role.Kind.COORDINATOR, Role.Kind.LEADER, Role.Kind.FINANCE, Role.Kind.EDITOR, Role.Kind.ADMIN)


def page_frame(request: HttpRequest) -> dict:
    """The frame of a page. Whatever needs the database is read only when a template shows it."""
    return {
        "languages": SimpleLazyObject(lambda: languages(request)),
        "organisation": SimpleLazyObject(lambda: _organisation(request)),
        "site_nav": SimpleLazyObject(lambda: _frame(request).menu_at(request.path)),
        "site_pages": SimpleLazyObject(lambda: _frame(request).pages),
        "footer_links": SimpleLazyObject(lambda: _frame(request).foot),
        "portal_tabs": SimpleLazyObject(lambda: portal_tabs(request)),
        "me": SimpleLazyObject(lambda: _me(request)),
        "helper": SimpleLazyObject(lambda: _helper(request)),
        "reads_contacts": SimpleLazyObject(lambda: _reads_contacts(request)),
    }


def languages(request: HttpRequest) -> list[dict]:
    """This same page in every language, each by its own name.

    A page outside the language trees (sign-in) takes the choice as ``?kieli=``.
    """
    here, current = request.get_full_path(), get_language()
    found = []
    for code, _name in settings.LANGUAGES:
        there = translate_url(here, code)
        if there == here and code != current:
            query = request.GET.copy()
            query["kieli"] = code
            there = f"{request.path}?{query.urlencode()}"
        name = get_language_info(code)["name_local"].capitalize()
        found.append({"code": code, "name": name, "url": there, "current": code == current})
    return found


def portal_tabs(request: HttpRequest) -> list[dict]:
    """The doors of the portal for this user: what is theirs to do, at most five."""
    user = request.user
    if not user.is_authenticated:
        return []
    is_expert, is_member = _seats(user)
    works = user.has_role(*OFFICE, Role.Kind.STAFF)
    doors = [(pgettext("portal tab", "Now"), "portal:now", "home")]
    if user.has_role(Role.Kind.STAFF, Role.Kind.COORDINATOR):
        doors.append((pgettext("portal tab", "CV folder"), "experts:folder", "doc"))
    if user.has_role(Role.Kind.STAFF):
        doors.append((pgettext("portal tab", "Orders"), "experts:order_list", "inbox"))
    if is_member:
        doors += _council_doors(alone=not (works or is_expert))
    if is_expert:
        doors += [
            (pgettext("portal tab", "Bookings"), "experts:offer_list", "voice"),
            (pgettext("portal tab", "My CV"), "experts:my_cv", "person"),
            (pgettext("portal tab", "Money"), "fees:mine", "euro"),
        ]
    doors.append((pgettext("portal tab", "Calendar"), "calendar:mine", "calendar"))
    if user.has_role(*OFFICE):
        doors.insert(1, (pgettext("portal tab", "Back office"), "wagtailadmin_home", "settings"))
    tabs = [_tab(request, *door) for door in doors]
    return _one_current([tab for tab in tabs if tab][:MOST_TABS])


def _seats(user: User) -> tuple[bool, bool]:
    """Whether the user is an expert, and whether a member of a council today; asked at once."""
    expert = models.Exists(Expert.objects.filter(person=models.OuterRef("pk")))
    member = models.Exists(Membership.objects.open().filter(person=models.OuterRef("pk")))
    found = Person.objects.filter(user=user).annotate(is_expert=expert, is_member=member)
    return found.values_list("is_expert", "is_member").first() or (False, False)


def _council_doors(*, alone: bool) -> list[tuple[str, str, str]]:
    """A member's doors; one who has others to keep gets the council's first page only, which leads to the rest."""
    doors = [(pgettext("portal tab", "Council"), "councils:home", "people")]
    if alone:
        doors += [
            (pgettext("portal tab", "Meetings"), "councils:meetings", "chat"),
            (pgettext("portal tab", "Ideas"), "councils:topics", "voice"),
        ]
    return doors


def _one_current(tabs: list[dict]) -> list[dict]:
    """Of two doors that the page stands behind, the nearer one is where the reader is."""
    inside = [tab for tab in tabs if tab["current"]]
    nearest = max(inside, key=lambda tab: len(tab["url"]), default=None)
    return [{**tab, "current": tab["current"] if tab is nearest else False} for tab in tabs]


def _tab(request: HttpRequest, name: str, route: str, icon: str) -> dict | None:
    try:
        url = reverse(route)
    except NoReverseMatch:
        return None
    inside = route != "portal:now" and request.path.startswith(url)
    current = "page" if request.path == url else inside
    return {"name": name, "url": url, "icon": icon, "current": current}


def _frame(request: HttpRequest) -> frame.Frame:
    """What the page tree and the organisation's details give, in the language of the page; read once a request."""
    if not hasattr(request, "_site_frame"):
        request._site_frame = frame.read(request, (get_language() or settings.LANGUAGE_CODE).split("-")[0])
    return request._site_frame


def _organisation(request: HttpRequest) -> dict[str, str]:
    return _frame(request).organisation


def _me(request: HttpRequest) -> str:
    """Who is signed in: the name and, for staff, the unit."""
    user = request.user
    person = user.as_person() if user.is_authenticated else None
    if person is None:
        return user.get_username()
    unit = next((role.unit for role in user.open_roles if role.kind == Role.Kind.STAFF), None)
    return f"{person.full_name}, {unit}" if unit else person.full_name


def _helper(request: HttpRequest) -> dict:
    """The coordinator of one's own unit, by name and phone; the office when none is agreed."""
    office = _organisation(request)
    person = _coordinator(request)
    if person is None or not person.phone:
        return {"name": office.get("office", ""), "phone": office.get("phone", "")}
    return {"name": person.first_name, "phone": person.phone}


def _reads_contacts(request: HttpRequest) -> bool:
    """Whether the reader may tell that these contact details are out of date."""
    return request.user.is_authenticated and request.user.has_role(Role.Kind.STAFF)


def _coordinator(request: HttpRequest) -> Person | None:
    user = request.user
    if not user.is_authenticated:
        return None
    role = next((role for role in user.open_roles if role.kind == Role.Kind.STAFF), None)
    person = user.as_person()
    unit = role.unit if role else person.unit if person else None
    return contact(unit) if unit else None

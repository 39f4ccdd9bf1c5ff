"""Wagtail's page and collection rights live in groups: these keep the groups in step with the open roles."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from coordination.people.models import Person, Role

GROUPS = {Role.Kind.EDITOR: "kuuluviin.editor", Role.Kind.ADMIN: "kuuluviin.admin"}
PAGE_RIGHTS = ("add_page", "change_page", "publish_page")
FILE_RIGHTS = {
    "wagtailimages": ("add_image", "change_image", "choose_image"),
    "wagtaildocs": ("add_document", "change_document", "choose_document"),
}


def keep_in_step(person: Person) -> None:
    """Put the person's account in the groups of their open roles and take it out of the others.

    The door of the back office (`access_admin`) is not here but in the sign-in backend, which asks the roles
    themselves: an end date closes it at once, whether or not a group was left behind.
    """
    if person.user_id is None:
        return
    kinds = set(Role.objects.open().filter(person=person).values_list("kind", flat=True))
    for kind, name in GROUPS.items():
        if kind in kinds:
            person.user.groups.add(_group(name))
        else:
            person.user.groups.remove(*Group.objects.filter(name=name))


def _group(name: str) -> Group:
    group, created = Group.objects.get_or_create(name=name)
    if created:
        _allow_pages(group)
        _allow_files(group)
        _allow_translating(group)
    return group


def _allow_pages(group: Group) -> None:
    top = Page.objects.get(depth=1)
    rights = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=PAGE_RIGHTS)
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=top, permission=right) for right in rights
    )


def _allow_files(group: Group) -> None:
    top = Collection.get_first_root_node()
    for app, codenames in FILE_RIGHTS.items():
        rights = Permission.objects.filter(content_type__app_label=app, codename__in=codenames)
        GroupCollectionPermission.objects.bulk_create(
            GroupCollectionPermission(group=group, collection=top, permission=right) for right in rights
        )


def _allow_translating(group: Group) -> None:
    """To copy a page into the tree of another language, where it is then written."""
    group.permissions.add(*Permission.objects.filter(codename="submit_translation"))

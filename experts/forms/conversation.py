"""Writing in a box of an order: the box for words says who will read it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django import forms
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from coordination.foundation.guarded import GuardedTextField
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import conversation as verbs
from experts.domain.conversation_box import Box
from experts.models import Post

KEY = re.compile(r"[0-9]{1,18}")


class PostForm(forms.Form):
    text = GuardedTextField(
        label=pgettext_lazy("conversation", "Your message"),
        help_text=gettext_lazy("Do not write anything from which a client could be recognised."),
        max_length=verbs.LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Write your message first.")},
    )

    def __init__(self, *args: object, box: Box, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.box, self.by = box, by
        self.fields["text"].readers = box.readers_line

    def save(self) -> bool:
        """Write; False when the domain refused, the reason then stands on the form."""
        try:
            verbs.write(self.box.order, self.box.audience, self.cleaned_data["text"], self.by, self.box.expert)
        except Refused as refusal:
            refusal.as_form_error(self)
            return False
        return True


def act(data: Mapping[str, str], form: PostForm) -> str:
    """What a press on the conversation's page does; the words to thank with, or nothing where the form tells why not.

    Raises `Refused` where a message cannot be taken back or marked.
    """
    box, by = form.box, form.by
    if data.get("act") == "write":
        return _("Your message has been kept, and its readers are told.") if form.is_valid() and form.save() else ""
    if data.get("act") == "read" and box.row:
        verbs.mark_read(box.row, by)
        return _("Marked as read.")
    if data.get("act") == "take_back" and box.row and KEY.fullmatch(data.get("post", "")):
        post = get_object_or_404(Post, pk=int(data["post"]), conversation=box.row)
        verbs.take_back(post, by)
        return _("Your message has been taken back.")
    return ""

"""Forms of the page editor: an editor's words pass the same guard as everybody's (L-04)."""

from __future__ import annotations

from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from coordination.foundation.guarded import GuardsTexts


class GuardedPageForm(GuardsTexts, WagtailAdminPageForm):
    pass


class GuardedSettingForm(GuardsTexts, WagtailAdminModelForm):
    pass

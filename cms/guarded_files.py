"""Forms of pictures and documents, guarded too. Apart from the pages' forms, which the models import before Wagtail's are loaded."""

from __future__ import annotations

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from coordination.foundation.guarded import GuardsTexts


class GuardedImageForm(GuardsTexts, BaseImageForm):
    pass


class GuardedDocumentForm(GuardsTexts, BaseDocumentForm):
    pass

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Site")

    def ready(self) -> None:
        """The frame of every page is read anew after a change of the tree or of the organisation's details."""
        from django.db.models.signals import post_delete, post_save
        from wagtail.signals import page_published, page_unpublished, post_page_move

        from cms import council_pages, frame, renditions
        from cms.models import OrganisationSettings
        from councils.models import Council

        for signal in (page_published, page_unpublished, post_page_move):
            signal.connect(frame.forget, dispatch_uid="cms-frame")
        for signal in (post_save, post_delete):
            signal.connect(frame.forget, sender=OrganisationSettings, dispatch_uid="cms-frame-settings")
        post_save.connect(council_pages.follow, sender=Council, dispatch_uid="cms-council-pages")
        page_published.connect(renditions.make, dispatch_uid="cms-renditions")

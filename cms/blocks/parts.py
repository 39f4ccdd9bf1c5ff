"""The parts of a reading page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.blocks import CharBlock, ChoiceBlock, ListBlock, RichTextBlock, StructBlock, TextBlock, URLBlock
from wagtail.images.blocks import ImageBlock

PLAIN = ["bold", "link", "document-link", "ul", "ol"]
TEXT = ["h3", *PLAIN]


class StepBlock(StructBlock):
    title = CharBlock(label=pgettext_lazy("step", "Step"))
    text = RichTextBlock(label=pgettext_lazy("step", "What happens"), features=PLAIN, required=False)


class StepsBlock(StructBlock):
    """What happens, in order."""

    heading = CharBlock(label=pgettext_lazy("block", "Heading"), required=False)
    steps = ListBlock(StepBlock(), label=pgettext_lazy("block", "Steps"), min_num=2)

    class Meta:
        label = pgettext_lazy("block", "Steps")
        icon = "list-ol"
        template = "cms/blocks/steps.html"


class FactBlock(StructBlock):
    name = CharBlock(label=pgettext_lazy("fact", "Name"))
    value = RichTextBlock(label=pgettext_lazy("fact", "Fact"), features=PLAIN)


class FactsBlock(StructBlock):
    """Short facts beside their names, on a card."""

    heading = CharBlock(label=pgettext_lazy("block", "Heading"), required=False)
    rows = ListBlock(FactBlock(), label=pgettext_lazy("block", "Facts"), min_num=1)

    class Meta:
        label = pgettext_lazy("block", "Facts")
        icon = "list-ul"
        template = "cms/blocks/facts.html"


class OrganisationBlock(StructBlock):
    """What the settings say of the office, so that a new phone number is changed in one place."""

    heading = CharBlock(label=pgettext_lazy("block", "Heading"), required=False)
    shows = ChoiceBlock(
        label=pgettext_lazy("block", "Shows"),
        choices=[
            ("contact", _("address, phone and hours of the office")),
            ("controller", _("controller of the personal data and the legal basis")),
            ("benefits", _("note on how fees affect benefits")),
        ],
    )

    class Meta:
        label = pgettext_lazy("block", "From the organisation's details")
        icon = "home"
        template = "cms/blocks/organisation.html"


class QuestionBlock(StructBlock):
    question = CharBlock(label=pgettext_lazy("block", "Question"))
    answer = RichTextBlock(label=pgettext_lazy("block", "Answer"), features=PLAIN)


class QuestionsBlock(StructBlock):
    """Questions with answers that open."""

    heading = CharBlock(label=pgettext_lazy("block", "Heading"), required=False)
    questions = ListBlock(QuestionBlock(), label=pgettext_lazy("block", "Questions"), min_num=1)

    class Meta:
        label = pgettext_lazy("block", "Questions and answers")
        icon = "help"
        template = "cms/blocks/questions.html"


class PictureBlock(StructBlock):
    """A picture with its words: what it shows to one who does not see it."""

    image = ImageBlock(label=pgettext_lazy("block", "Picture"))
    caption = CharBlock(label=pgettext_lazy("block", "Caption and photographer"), required=False)

    class Meta:
        label = pgettext_lazy("block", "Picture")
        icon = "image"
        template = "cms/blocks/picture.html"


class SignVideoBlock(StructBlock):
    """The same in sign language: a link to the video, which stays where it is, and the text of it."""

    title = CharBlock(label=pgettext_lazy("video", "Name of the video"))
    url = URLBlock(label=pgettext_lazy("video", "Address of the video"))
    text = TextBlock(label=pgettext_lazy("video", "What is said, in writing"), required=False)

    class Meta:
        label = pgettext_lazy("block", "In sign language")
        icon = "media"
        template = "cms/blocks/sign_video.html"

"""Form fields in the house's order, loaded by ``{% load fields %}``: label, help, readers, error, input."""

import re

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

register = template.Library()

# Signs of a word that a tile of the usual and of the longer width holds (static/css/components.css).
USUAL, LONG = 10, 15


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """``{% field form.goal %}``: the whole field group."""
    return bound.as_field_group()


@register.simple_tag
def control(bound: BoundField) -> SafeString:
    """The input alone, with our class and every line that describes it tied to it."""
    attrs = {} if bound.use_fieldset else {"aria-describedby": described_by(bound)}
    if not isinstance(bound.field.widget, (forms.CheckboxInput, forms.MultiWidget)):
        own = bound.field.widget.attrs.get("class", "")
        attrs["class"] = f"input {own}".strip()
    return bound.as_widget(attrs={name: value for name, value in attrs.items() if value})


@register.filter
def kind(bound: BoundField) -> str:
    """How the field is drawn: choices, tick, parts or input."""
    widget = bound.field.widget
    if isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
        return "choices"
    if isinstance(widget, forms.CheckboxInput):
        return "tick"
    return "parts" if widget.use_fieldset else "input"


@register.filter
def columns(bound: BoundField) -> str:
    """The class by which choices are as wide as their longest word: a Finnish word fills a whole tile."""
    own = bound.field.widget.attrs.get("class", "")
    if any(width in own for width in ("choices--one", "choices--two")):
        return own
    words = [word for option in bound.subwidgets for word in re.split(r"[\s/-]", str(option.choice_label))]
    longest = max(map(len, words), default=0)
    by_words = "choices--two" if longest > LONG else "choices--long" if longest > USUAL else ""
    return f"{own} {by_words}".strip()


@register.filter
def readers(bound: BoundField) -> str:
    """Who will read what is typed here: ``readers`` of the form field or ``data-readers``."""
    said = getattr(bound.field, "readers", "")
    return said or bound.field.widget.attrs.get("data-readers", "")


@register.filter
def described_by(bound: BoundField) -> str:
    """The ids of the lines about this field, in the order they stand."""
    parts = {"helptext": bound.help_text, "readers": readers(bound), "error": bound.errors}
    ids = [f"{bound.auto_id}_{part}" for part, there in parts.items() if there]
    own = bound.field.widget.attrs.get("aria-describedby", "")
    return " ".join([*ids, own]).strip()


@register.filter
def first_id(bound: BoundField) -> str:
    """The id an error summary links to: the input, or the first choice of a group."""
    return f"{bound.auto_id}_0" if bound.use_fieldset else bound.auto_id


@register.filter
def mend(bound: BoundField) -> str:
    """The line of an error summary: the field's label and what is wrong with it."""
    label = str(bound.label)
    return f"{label}{'' if label.endswith(('?', '!', '.')) else ':'} {bound.errors[0]}"


@register.inclusion_tag("components/error_summary.html")
def error_summary(*sources) -> dict:
    """``{% error_summary form %}``: how many things to mend, each a link to its field.

    Takes forms and formsets; draws nothing when all is well.
    """
    shown = [form for source in sources for form in _forms_of(source)]
    general = [error for form in shown for error in form.non_field_errors()]
    for source in sources:
        if isinstance(source, forms.BaseFormSet):
            general.extend(source.non_form_errors())
    wrong = [bound for form in shown for bound in form if bound.errors]
    hidden = [error for bound in wrong if bound.is_hidden for error in bound.errors]
    fields = [bound for bound in wrong if not bound.is_hidden]
    return {"general": general + hidden, "fields": fields, "count": count_errors(*sources)}


@register.simple_tag(takes_context=True)
def title_errors(context) -> int:
    """How many things to mend in ``form`` and ``formset`` of this page, for the page title."""
    sources = [context.get(name) for name in ("form", "formset")]
    return count_errors(*[each for each in sources if isinstance(each, (forms.BaseForm, forms.BaseFormSet))])


def count_errors(*sources) -> int:
    """Fields with an error plus errors that belong to no field."""
    total = 0
    for source in sources:
        if isinstance(source, forms.BaseFormSet):
            total += len(source.non_form_errors()) if source.is_bound else 0
        for form in _forms_of(source):
            total += sum(len(errors) if name == "__all__" else 1 for name, errors in form.errors.items())
    return total


def _forms_of(source) -> list[forms.BaseForm]:
    if source is None:
        return []
    return list(source.forms) if isinstance(source, forms.BaseFormSet) else [source]

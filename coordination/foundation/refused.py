"""The one way the domain says no."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


class Refused(Exception):
    """A verb will not do it; `message` tells a person why and what to do instead.

    `message` is a lazily translated text, shown to people as it is. `field` names the form field
    it belongs to, when there is one. `code` lets callers and tests tell refusals apart.
    """

    def __init__(self, message, field: str | None = None, code: str = ""):
        super().__init__(message)
        self.message = message
        self.field = field
        self.code = code

    def __str__(self) -> str:
        return str(self.message)

    def as_form_error(self, form) -> None:
        """Put the refusal on `form`: beside its field if the form has it, else above the form."""
        field = self.field if self.field in form.fields else NON_FIELD_ERRORS
        form.add_error(field, ValidationError(self.message, code=self.code or "refused"))

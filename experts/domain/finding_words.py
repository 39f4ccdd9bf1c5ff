"""The words of every finding, by its code. What goes into them is short and never a person's own text."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    # The sheet
    "unknown_column": _("This column is not known here, so it stays out."),
    "column_twice": _("The same matter stands in column %(column)s already. That one is read."),
    "sum_row": _("The row looks like a total, so it stays out."),
    "other_list": _(
        "This sheet is a list of its own and stays out. Save it as a file of its own and bring it in after this one."
    ),
    "identity_code": _(
        "There is a personal identity code in the cell. Take it away: it is not stored in this service."
    ),
    "covered": _("A personal identity code was covered here. Write the text again without it."),
    "too_long": _("The text is %(over)s characters too long. At most %(most)s fit."),
    # Who
    "last_name_missing": _("The last name is missing."),
    "first_name_missing": _("The first name is missing."),
    "name_split": _(
        "The last word was taken for the last name. Write last and first name in columns of their own if it is not."
    ),
    "row_twice": _("The same person stands on row %(row)s already. Leave one of the rows."),
    "number_twice": _("Row %(row)s has the same number. Give each row a number of its own."),
    "number_of_other": _(
        "This number on this list belongs to somebody else in the register. Check the number and the name."
    ),
    "same_name": _("Row %(row)s has the same name. They come in as two persons."),
    "same_person": _(
        "Name and year of birth are the same as on row %(row)s. They come in as two persons, since their numbers differ."
    ),
    "same_name_known": _(
        "Somebody with the same name is in the register, with another year of birth or none. Comes in as a new person."
    ),
    "person_known": _("Somebody of this name and year of birth is among the people already. Taken as the same person."),
    "several_known": _(
        "Several people in the register have this name and year of birth. Give the row the number it has in the register."
    ),
    "own_row": _("This row is you. Ask another coordinator to bring it in."),
    "email_shared": _("Row %(row)s has the same e-mail address. They are kept as two persons."),
    # Years
    "read_as": _("“%(cell)s” was read as %(value)s."),
    "year_asked": _("“%(cell)s” is not certain. Read as %(value)s."),
    "birth_year_unclear": _("The year of birth could not be read. It is left empty."),
    "birth_year_impossible": _("The year of birth must be from %(least)s to %(most)s."),
    "birth_day": _("Only the year of birth is kept: %(value)s."),
    "training_open": _("The training is under way, so there is no year yet."),
    "training_unclear": _("The year of the training could not be read. It is left empty."),
    # Contact
    "email_wrong": _("This is not an e-mail address. Mend it or empty the cell."),
    "phone_unclear": _("The phone number could not be read. It is kept in the coordinator's note."),
    "phones": _("There are several phone numbers. The first comes in, the others are kept in the coordinator's note."),
    "postcode_zero": _("The postcode has lost its first zero. Read as %(value)s."),
    "postcode_unclear": _("A postcode has five digits. It is left empty."),
    "language_unknown": _("“%(cell)s” is not among the languages known here. It is kept in the coordinator's note."),
    "language_default": _("No language that messages can be written in. Messages go in Finnish."),
    "no_way_to_reach": _("There is no e-mail address, phone number or postal address. Ask how to reach this person."),
    # Limits, tasks, consents, state
    "most_unclear": _(
        "The most bookings a month could not be read. No limit is set; the words are kept in the coordinator's note."
    ),
    "rest_unclear": _("The rest days could not be read. None are set; the words are kept in the coordinator's note."),
    "yes_or_no_unclear": _("“%(cell)s” is neither yes nor no. Taken as no."),
    "protected_unclear": _("“%(cell)s” is neither yes nor no. Taken as a protected address, to be on the safe side."),
    "task_unknown": _("“%(cell)s” is not among the tasks known here. It is kept in the coordinator's note."),
    "task_guessed": _("“%(cell)s” was taken for the task “%(task)s”."),
    "consent_undated": _("The consent has no date. It comes in as to be asked, and only the coordinator sees the CV."),
    "consent_future": _("The date of the consent is in the future. It comes in as to be asked."),
    "consent_unclear": _("The consent could not be read. It comes in as to be asked."),
    "consent_past": _("The consent given on %(day)s has run out. Ask again."),
    "consent_gone": _("The list has no consent any more. It stays here until you withdraw it on the person's page."),
    "status_missing": _("No state is told. Comes in as in training."),
    "status_unknown": _("“%(cell)s” is no state known here. Comes in as in training."),
    "status_not_open": _("The state in the register cannot change that way. It stays as it is."),
    "area_short": _("A mark alone tells nothing of the experience. The area is chosen, the text stays empty."),
    # Remarks
    "remark_unit": _("Is not sent to %(unit)s."),
    "remark_unit_unclear": _("The remark may mean a unit, but not exactly one. It is kept in the coordinator's note."),
    "remark_costs": _("Comes in as: costs only, no fee."),
    "remark_phone": _("Comes in as: messages come by phone."),
    "remark_no_phone": _(
        "The remark says to call, but there is no phone number. It is kept in the coordinator's note."
    ),
    "remark_days": _("Comes in as: the other days of the week from 7 to 21. Check the times with the expert."),
    "remark_kept": _("The remark is kept in the coordinator's note."),
    # What is here already
    "kept_ours": _(
        "This differs from what stands in the register, where it has been changed or was not from this list. The register's stays."
    ),
    "kept_cv": _("The CV has been edited here since. The cell is not brought in."),
    # Last year's bookings
    "day_missing": _("The date is missing."),
    "day_wrong": _("The date could not be read. Write it as dd.mm.yyyy, for example 17.3.2025 klo 13–15."),
    "day_future": _("The date is in the future. Only what has been comes in as history."),
    "weekday_wrong": _("The day of the week does not fit the date. The date is believed."),
    "end_before_start": _("The end is before the start. Only the start comes in."),
    "expert_missing": _("The expert's name is missing."),
    "expert_unknown": _("Nobody of this name is in the register or on a sound row of this file."),
    "expert_unsound": _("The expert's own row %(row)s has an error, so this booking cannot come in either."),
    "expert_several": _("The name fits %(count)s people. Write the whole name."),
    "expert_by_first_name": _("Only a first name, and one person has it. Taken as that person."),
    "fee_multiplied": _("“%(cell)s” was read as %(value)s."),
    "fee_unclear": _("The fee could not be read. It is left empty."),
    "outcome_unclear": _("What happened could not be read. Comes in as held; the words stay out."),
    "task_unknown_here": _("“%(cell)s” is not among the tasks known here. Comes in without a task."),
    "unit_as_text": _("No single unit of the register has this name. It is kept as text."),
    "booking_twice": _("Row %(row)s tells the same booking. It comes in once."),
}

"""The texts a new campaign begins with, so that nobody writes on an empty page: in every language of the installation."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from coordination.foundation.texts import Texts
from coordination.recruitment.models import Campaign

_COUNCIL = {
    "leads": _(
        "Have you used our services? Come and tell what works and what does not. The council meets about once a month."
    ),
    "texts": _(
        "A client council is a group of people who have used the services, and of employees. It talks about how the "
        "services work and proposes what to change. What came of the proposals is told to everybody.\n\n"
        "We look for people of different ages and in different situations. You need no training and no earlier "
        "experience of such work. Before you are chosen, two employees talk with you."
    ),
    "plain": _(
        "You have used social services.\nYou know what is good and what is bad.\n\n"
        "Come to the council.\nThere you can tell what you think.\nYou do not have to tell of your own matters.\n\n"
        "We meet about once a month.\nWe pay for your journey.\n\n"
        "Do you want to come? Do you want to ask?\nCall us or fill in the form."
    ),
    "offers": _(
        "Your voice is heard in decisions about the services\nYour travel costs are paid\n"
        "Coffee and a snack at the meetings\nSupport from the leaders when you need it"
    ),
}
_GROUP = {
    "leads": _(
        "Six meetings, one question: how could the service work better? Come and develop it with the employees."
    ),
    "texts": _(
        "A developer-client group is small. Clients and employees find out together what is difficult in a service, and "
        "try how it could be solved. The group meets about six times.\n\n"
        "You need no training. It is enough that you have used the service. Before the group begins, we talk with you."
    ),
    "plain": _(
        "We want to make our service better.\nYou have used the service.\nYou know how it works.\n\n"
        "Come to the group.\nWe meet six times.\nClients and employees think together.\n\n"
        "We pay for your journey.\n\nDo you want to come? Do you want to ask?\nCall us or fill in the form."
    ),
    "offers": _(
        "You can change a service you have used\nYour travel costs are paid\nCoffee and a snack at the meetings\n"
        "A certificate of taking part, if you want one"
    ),
}
_EXPERTS = {
    "leads": _(
        "Have you come through something hard? Your experience can help others. We train experts by experience for social services."
    ),
    "texts": _(
        "An expert by experience uses the own experience to help others and to develop the services: meets clients together "
        "with an employee, speaks to students and staff, takes part in planning.\n\n"
        "We look for people who have used social services and whose own matters are far enough for helping others. "
        "Before you are chosen, two employees talk with you. Then comes the training, which costs you nothing."
    ),
    "plain": _(
        "You have had a hard time.\nNow things are better.\n\n"
        "You can help others who have a hard time now.\nYou tell them how it was for you.\n"
        "You decide yourself what you tell.\n\nWe train you. The training costs nothing.\nYou are paid a fee for the work.\n\n"
        "Do you want to come? Do you want to ask?\nCall us or fill in the form."
    ),
    "offers": _(
        "Training that costs you nothing\nA fee for each task and your travel costs\nSupervision and meetings with other experts\n"
        "You choose yourself which tasks you take"
    ),
}
_BY_KIND = {Campaign.Kind.COUNCIL: _COUNCIL, Campaign.Kind.GROUP: _GROUP, Campaign.Kind.EXPERTS: _EXPERTS}


def of(kind: str) -> dict[str, Texts]:
    """`leads`, `texts`, `plain` and `offers` for a campaign of this kind; an offer stands on a line of its own."""
    return {name: Texts.translated(words) for name, words in _BY_KIND[kind].items()}

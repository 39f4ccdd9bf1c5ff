from experts.domain import catalogue
from experts.models import ServiceArea, TaskType


def test_the_areas_follow_the_standard_form(db):
    catalogue.seed()

    labels = [area.names["fi"] for area in ServiceArea.objects.all()]
    assert labels[:8] == [
        "Aikuissosiaalityö",
        "Toimeentulotuki",
        "Lastensuojelu",
        "Päihdepalvelut",
        "Työllistämisen palvelut",
        "Mielenterveyspalvelut",
        "Talous- ja velkaneuvonta",
        "Yhdistystoiminta/vertaisryhmät",
    ]
    assert labels[-1] == "Muuta"
    assert len(labels) == 17


def test_seeding_again_changes_nothing_an_organisation_changed(db):
    catalogue.seed()
    ServiceArea.objects.filter(code="housing").update(names={"fi": "Asuminen"}, in_use=False)

    catalogue.seed()

    area = ServiceArea.objects.get(code="housing")
    assert (area.names["fi"], area.in_use) == ("Asuminen", False)
    assert ServiceArea.objects.count() == 17


def test_client_meetings_and_encounter_training_ask_what_they_need(db):
    catalogue.seed()

    clients = TaskType.objects.filter(is_client_meeting=True).values_list("code", flat=True)
    training = TaskType.objects.get(code="encounter-training")
    assert set(clients) == {"client-meeting", "reception-beside", "own-reception", "motivating"}
    assert (training.usual_experts, training.asks_preparation) == (3, True)
    assert TaskType.objects.get(is_media=True).code == "media"

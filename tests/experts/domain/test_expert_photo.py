import io

import pytest
from PIL import Image

from coordination.foundation.refused import Refused
from coordination.records.models import StoredFile
from experts.domain import expert_photo
from tests.factories import experts, people


def picture(kind="JPEG", size=(60, 30), exif=None):
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **({"exif": exif} if exif else {}))
    return out.getvalue()


def phone_photo():
    """Turned on its side, with the place it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Puhelin"
    exif.get_ifd(0x8825)[1] = "N"
    return picture(exif=exif)


def test_the_photo_is_upright_and_tells_nothing_else(db):
    clean, suffix = expert_photo.cleaned(phone_photo())

    kept = Image.open(io.BytesIO(clean))
    assert (suffix, kept.size, dict(kept.getexif()), b"Puhelin" in clean) == ("jpg", (30, 60), {}, False)


def test_a_large_photo_is_made_smaller(db):
    clean, suffix = expert_photo.cleaned(picture("PNG", (3000, 1500)))

    assert (suffix, Image.open(io.BytesIO(clean)).size) == ("png", (1200, 600))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "format"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "format"),
        (picture("GIF"), "format"),
        (picture()[:200], "format"),
        (b"\0" * (expert_photo.LARGEST + 1), "size"),
    ],
)
def test_what_is_no_photo_is_refused(content, code):
    with pytest.raises(Refused) as refusal:
        expert_photo.cleaned(content)

    assert refusal.value.code == code


def test_a_new_photo_replaces_the_older_file(db, django_capture_on_commit_callbacks):
    expert = experts.aino()
    me = people.actor(expert.person)
    expert_photo.put(expert, me, picture(), "Aino hymyilee.")
    older = expert.photo.file

    with django_capture_on_commit_callbacks(execute=True):
        expert_photo.put(expert, me, picture(), "Aino metsässä.")

    assert (StoredFile.objects.count(), older.storage.exists(older.name), expert.photo_words) == (
        1,
        False,
        "Aino metsässä.",
    )


def test_a_photo_needs_its_words(db):
    expert = experts.aino()

    with pytest.raises(Refused) as refusal:
        expert_photo.put(expert, people.actor(expert.person), picture(), " ")

    assert refusal.value.field == "words"


@pytest.mark.parametrize("who", [people.sari, people.olli, people.stranger_coordinator])
def test_nobody_else_chooses_the_photo(db, who):
    with pytest.raises(Refused):
        expert_photo.put(experts.aino(), people.actor(who()), picture(), "Aino")

"""What people in debt read."""

from collections import defaultdict

from backend.designing.heard import PAGE, folders_heard, heard
from backend.designing.project import Project
from backend.settings import ROOT

PROJECT = Project(ROOT)


def test_each_folder_is_there() -> None:
    assert [folder for folder in folders_heard() if not (ROOT / folder).is_dir()] == []


def test_each_folder_with_a_file_a_language_has_all_of_them() -> None:
    languages = defaultdict(set)
    for one in heard(PROJECT):
        if not one.file.endswith(".yaml"):  # a client speaks the languages that it speaks
            languages[one.file.rsplit("/", 1)[0]].add(one.language)
    for folder, found in languages.items():
        assert sorted(found) == PROJECT.languages, folder
    assert len(languages) == len(folders_heard()) - 1


def test_the_greeting_of_a_client_is_heard() -> None:
    lines = [one for one in heard(PROJECT) if one.file.endswith("dk-tele.yaml")]
    assert [(one.language, wording.text) for one in lines for wording in one.wordings] == [
        ("da", "Godt, at du skriver.")
    ]


def test_the_frame_of_the_chat_is_heard_to_its_last_label() -> None:
    [page] = [one for one in heard(PROJECT) if one.form == PAGE and one.language == "en"]
    texts = {wording.name: wording.text for wording in page.wordings}
    assert texts["header.automated"] == "Automated assistant"
    assert texts["rating.scores.1"] == "Very badly"


def test_what_staff_read_is_not_heard_by_people_in_debt() -> None:
    names = {
        wording.name
        for one in heard(PROJECT)
        if one.file.startswith("backend/texts")
        for wording in one.wordings
    }
    assert "assistant_away" in names
    assert "password_wrong" not in names

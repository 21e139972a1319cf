"""How each language's texts stand."""

from pathlib import Path

from backend.designing.checking import check
from backend.designing.tone_report import tone_report
from tests.backend.designing.conftest import SMALL, Broken

SV = "assistant/responses/sv.yml"


def test_each_language_is_counted_and_measured() -> None:
    report = {one.language: one for one in tone_report(SMALL, [])}
    assert list(report) == ["fi", "sv"]
    assert report["sv"].messages == 2
    assert report["sv"].reading.words == 9
    assert report["sv"].reading.sentences == 3
    assert report["sv"].most == 35


def test_what_is_found_is_counted_by_language(project: Broken) -> None:
    project.changes(SV, "Hej igen. Vad vill du göra?", "Hej igen! Vad vill ni göra?")
    folder = Path(project.folder)
    report = {one.language: one.found for one in tone_report(folder, check(folder))}
    assert report["sv"] == {"exclamation": 1, "tone_form_of_address": 1}
    assert not report["fi"]

"""`./sovinto chat` with the application on a port, and an assistant's wire behind it."""

import asyncio
import io
import shutil
from pathlib import Path
from typing import Any

import pytest

from backend.command.__main__ import main
from backend.services import Services
from backend.settings import get_settings
from tests.backend.conversations.fake_rasa import FakeRasa, said
from tests.backend.conversations.fixtures import CLIENTS
from tests.backend.conversations.people import a_case
from tests.neighbours import free_port

MADE = {
    "intent": "greet",
    "confidence": 0.9,
    "language": "sv",
    "entities": [],
    "ranking": [{"name": "greet", "confidence": 0.9}, {"name": "thank", "confidence": 0.1}],
    "acted": [{"action": "action_answer", "policy": "policy_0_RulePolicy"}],
}


async def chat(*arguments: str) -> int:
    """Runs the command beside the application."""
    return await asyncio.to_thread(main, ["chat", *arguments])


def answers(body: dict[str, Any]) -> dict[str, Any]:
    """Two buttons at first, and then what was pressed or said."""
    if body["command"] == "/open":
        answer = said("Hej.")
        answer["messages"][0]["buttons"] = [
            {"title": "Summan", "payload": "/ask_balance"},
            {"title": "Logga in", "payload": "identify"},
        ]
        return answer
    heard = body["command"] or body["text"]
    return {**said(f"Hört: {heard}"), "understood": MADE}


async def test_it_says_what_it_is_told_and_shows_what_was_understood(
    served: str, rasa: FakeRasa, capsys: pytest.CaptureFixture[str]
) -> None:
    rasa.answer = answers
    assert await chat("--url", f"http://{served}", "--client", "lind", "--say", "tja") == 0
    told = capsys.readouterr().out
    for line in (
        "  bot Hej.",
        "[1] Summan",
        "    > tja",
        "    · understood  greet 90 %",
        "    · else        thank 10 %",
        "    · acted       action_answer  rule 'hello'  stories/rules/conversation.yml:",
        "  bot Hört: tja",
    ):
        assert line in told


async def test_a_number_presses_a_button(
    served: str, rasa: FakeRasa, capsys: pytest.CaptureFixture[str]
) -> None:
    rasa.answer = answers
    where = ["--url", f"http://{served}", "--client", "lind", "--quiet"]
    await chat(*where, "--say", "2", "--say", "=1", "--say", "1")
    told = capsys.readouterr().out
    assert "The page does this itself: identify." in told
    assert told.count("Hört: 1") == 2  # the answer to "=1" has no buttons, so 1 is text as well
    assert "understood" not in told
    await chat(*where, "--say", "1")
    assert "Hört: /ask_balance" in capsys.readouterr().out


@pytest.mark.parametrize("language", ["sv", "fi"])
async def test_a_case_is_talked_about_as_its_person(
    served: str, house: Services, rasa: FakeRasa, language: str
) -> None:
    await a_case(house.database, "FI-77", client="pyy")
    rasa.answer = answers
    assert await chat("--url", f"http://{served}", "--case", "FI-77", "--language", language) == 0
    assert rasa.asked[0]["context"]["identified"] is True
    assert rasa.asked[0]["context"]["language"] == language


@pytest.fixture(autouse=True)
def nothing_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))


async def test_what_is_typed_is_said_until_it_ends(
    served: str,
    rasa: FakeRasa,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("hej\n\ntack\n"))
    assert await chat("--url", f"http://{served}", "--client", "lind", "--quiet") == 0
    told = capsys.readouterr().out
    assert "You said: hej" in told
    assert "You said: tack" in told


async def test_a_product_that_is_not_running_is_told_of(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert await chat("--url", f"http://127.0.0.1:{free_port()}", "--say", "hej") == 1
    assert "make run" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wrong", "right"), [(["--case", "XX-1"], "SE-1001"), (["--client", "nobody"], "se-energi")]
)
async def test_a_case_or_client_that_is_not_there_brings_those_that_are(
    served: str, capsys: pytest.CaptureFixture[str], wrong: list[str], right: str
) -> None:
    assert await chat("--url", f"http://{served}", *wrong, "--say", "hej") == 1
    assert right in capsys.readouterr().err


async def test_a_message_that_is_refused_does_not_end_the_rehearsal(
    served: str, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--url", f"http://{served}", "--client", "lind", "--quiet"]
    assert await chat(*where, "--say", "\u200b", "--say", "hej") == 0
    told = capsys.readouterr().out
    assert " note " in told
    assert "You said: hej" in told


async def test_a_clients_file_that_is_wrong_is_told_and_the_others_are_talked_with(
    served: str,
    rasa: FakeRasa,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "clients"
    shutil.copytree(CLIENTS, folder)
    (folder / "broken.yaml").write_text("id: [", encoding="utf-8")
    monkeypatch.setenv("CLIENTS_FOLDER", str(folder))
    get_settings.cache_clear()
    rasa.answer = answers
    try:
        assert await chat("--url", f"http://{served}", "--quiet", "--say", "hej") == 0
    finally:
        get_settings.cache_clear()
    told = capsys.readouterr()
    assert "broken.yaml line 1: this is not YAML" in told.err
    assert "Hört: hej" in told.out

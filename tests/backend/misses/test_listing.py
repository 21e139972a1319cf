"""What a designer sees of the messages that were missed."""

import httpx
import pytest

from backend.services import Services
from tests.backend.conversations.fake_rasa import FakeRasa, said
from tests.backend.conversations.fixtures import Visitor
from tests.backend.conversations.people import a_case
from tests.backend.misses.designers import Designer, missed


async def test_the_same_words_come_once_and_are_counted(
    house: Services, designer: Designer
) -> None:
    for text in ("mitä tää on", "Mitä tää on??", "muu asia"):
        await missed(house, text, client="pyy", language="fi")
    listed = await designer.lists()
    assert [(item["times"], item["text"]) for item in listed["items"]] == [
        (2, "Mitä tää on??"),
        (1, "muu asia"),
    ]
    assert listed["counts"] == {"open": 2, "taught": 0, "set_aside": 0}
    assert listed["more"] is False


async def test_a_message_comes_with_guesses_and_the_line_before_it(
    house: Services, designer: Designer
) -> None:
    await missed(house, "vadå räkning", before="Vad vill du göra?")
    item = await designer.only()
    assert item["guesses"] == [
        {"intent": "ask_balance", "confidence": 0.31},
        {"intent": "greet", "confidence": 0.2},
    ]
    assert item["before"] == "Vad vill du göra?"
    assert (item["client"], item["language"], item["state"]) == ("lind", "sv", "open")
    assert item["taught_as"] is None
    assert (item["lacks"], item["lexicon"]) == (None, None)


async def test_one_that_only_lacks_a_value_names_the_lexicon(
    house: Services, designer: Designer
) -> None:
    await missed(house, "sju styck", ranking=[{"name": "propose_terms", "confidence": 0.98}])
    item = await designer.only()
    assert (item["lacks"], item["lexicon"]) == ("value", "assistant/nlu/lexicon/sv.yml")


async def test_what_was_understood_is_not_listed(house: Services, designer: Designer) -> None:
    await missed(house, "hej", understood=True)
    assert (await designer.lists())["items"] == []


async def test_what_tells_who_wrote_is_masked(house: Services, designer: Designer) -> None:
    await a_case(house.database, "SE-77", first_name="Alva")
    text = "Alva Sparv här, 070-123 45 67, alva@example.com, ärende SE-77"
    await missed(house, text, case="SE-77", before="Hej Alva.")
    item = await designer.only()
    for private in ("Alva", "Sparv", "45 67", "example.com", "SE-77"):
        assert private not in item["text"]
    assert "Alva" not in item["before"]


async def test_another_clients_messages_are_not_seen(
    house: Services, of_pyy: Designer, designer: Designer
) -> None:
    await missed(house, "vadå räkning")
    await missed(house, "mikä lasku", client="pyy", language="fi")
    assert [item["client"] for item in (await of_pyy.lists())["items"]] == ["pyy"]
    assert (await of_pyy.lists(client="lind"))["items"] == []
    seen = (await designer.lists(client="lind"))["items"]
    assert [item["client"] for item in seen] == ["lind"]
    hidden = seen[0]["id"]
    for what in ("teach", "set-aside", "take-back"):
        assert (await of_pyy.does(what, hidden, intent="greet")).status_code == 404


async def test_languages_and_days_narrow_it_down(house: Services, designer: Designer) -> None:
    await missed(house, "vadå räkning")
    await missed(house, "mikä lasku", client="pyy", language="fi")
    assert (await designer.only(language="fi"))["text"] == "mikä lasku"
    assert (await designer.lists(**{"from": "2020-01-01", "to": "2020-01-31"}))["items"] == []


@pytest.mark.parametrize(
    "query", [{"state": "lost"}, {"from": "yesterday"}, {"offset": -1}, {"to": "9999-12-31"}]
)
async def test_a_query_that_means_nothing_is_refused(
    designer: Designer, query: dict[str, str]
) -> None:
    assert (await designer.http.get("/api/staff/misses", params=query)).status_code == 422


async def test_who_may_see_figures_may_not_see_missed_messages(analyst: Designer) -> None:
    for path in ("/api/staff/misses", "/api/staff/misses/intents"):
        assert (await analyst.http.get(path)).status_code == 403
    assert (await analyst.does("teach", 1, intent="greet")).status_code == 403


async def test_what_the_assistant_says_it_missed_is_listed(
    http: httpx.AsyncClient, rasa: FakeRasa, designer: Designer
) -> None:
    rasa.answer = lambda body: {**said("Jag förstod inte."), "missed": body["text"] == "blarp"}
    visitor = await Visitor.arrives(http, client="lind")
    await visitor.hears("hej på er")
    await visitor.hears("blarp")
    item = await designer.only()
    assert (item["text"], item["before"]) == ("blarp", "Jag förstod inte.")

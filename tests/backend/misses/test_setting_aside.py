"""A message is set aside, and decisions are taken back."""

from pathlib import Path

from backend.services import Services
from tests.backend.misses.designers import Designer, missed

FI = "nlu_data/fi/debt.yml"


async def test_what_is_set_aside_is_out_of_the_way(house: Services, designer: Designer) -> None:
    await missed(house, "sananlasku vain")
    miss = (await designer.only())["id"]
    for _ in range(2):
        assert (await designer.does("set-aside", miss)).status_code == 204
    assert (await designer.lists())["items"] == []
    assert (await designer.only(state="set_aside"))["id"] == miss
    assert (await designer.does("take-back", miss)).status_code == 204
    assert (await designer.only())["state"] == "open"


async def test_a_new_message_of_the_same_words_is_decided_already(
    house: Services, designer: Designer
) -> None:
    await missed(house, "sananlasku vain")
    await designer.does("set-aside", (await designer.only())["id"])
    await missed(house, "Sananlasku vain.")
    assert (await designer.lists())["items"] == []
    assert (await designer.only(state="set_aside"))["times"] == 2


async def test_taking_back_takes_the_line_out_again(
    house: Services, designer: Designer, copy: Path
) -> None:
    await missed(house, "mitä tää maksaa", client="pyy", language="fi")
    miss = (await designer.only())["id"]
    before = (copy / FI).read_text("utf-8")
    await designer.does("teach", miss, intent="ask_balance")
    for _ in range(2):
        assert (await designer.does("take-back", miss)).status_code == 204
    assert (copy / FI).read_text("utf-8") == before
    assert (await designer.only())["state"] == "open"


async def test_taking_back_harms_nothing_when_the_line_is_gone(
    house: Services, designer: Designer, copy: Path
) -> None:
    await missed(house, "mitä tää maksaa", client="pyy", language="fi")
    miss = (await designer.only())["id"]
    before = (copy / FI).read_text("utf-8")
    await designer.does("teach", miss, intent="ask_balance")
    (copy / FI).write_text(before, "utf-8")
    assert (await designer.does("take-back", miss)).status_code == 204
    assert (copy / FI).read_text("utf-8") == before


async def test_a_line_that_somebody_had_written_before_stays(
    house: Services, designer: Designer, copy: Path
) -> None:
    await missed(house, "paljonko olen velkaa numero 3", client="pyy", language="fi")
    miss = (await designer.only())["id"]
    before = (copy / FI).read_text("utf-8")
    taught = await designer.does("teach", miss, intent="ask_balance")
    assert taught.json()["line"] == 7
    await designer.does("take-back", miss)
    assert (copy / FI).read_text("utf-8") == before


async def test_a_taught_message_is_taken_back_before_it_is_set_aside(
    house: Services, designer: Designer, copy: Path
) -> None:
    await missed(house, "mitä tää maksaa", client="pyy", language="fi")
    miss = (await designer.only())["id"]
    await designer.does("teach", miss, intent="ask_balance")
    refused = await designer.does("set-aside", miss)
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/taught-already")


async def test_a_broken_file_is_not_touched_when_a_line_is_taken_back(
    house: Services, designer: Designer, copy: Path
) -> None:
    await missed(house, "mitä tää maksaa", client="pyy", language="fi")
    miss = (await designer.only())["id"]
    await designer.does("teach", miss, intent="ask_balance")
    broken = (copy / FI).read_text("utf-8") + "\toops: ["
    (copy / FI).write_text(broken, "utf-8")
    refused = await designer.does("take-back", miss)
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/working-copy-broken")
    assert (copy / FI).read_text("utf-8") == broken


async def test_a_message_that_is_not_there_is_not_found(designer: Designer) -> None:
    assert (await designer.does("set-aside", 404)).status_code == 404
    assert (await designer.does("take-back", 404)).status_code == 404

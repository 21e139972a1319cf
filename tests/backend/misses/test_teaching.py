"""A missed message goes into a training file in two clicks."""

import asyncio
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import select

from backend.audit.models import AuditRow
from backend.designing import check
from backend.services import Services
from tests.backend.conversations.people import a_case
from tests.backend.misses.designers import Designer, missed, set_copy

FI = "nlu_data/fi/debt.yml"
SV = "nlu_data/sv/debt.yml"


@pytest.mark.parametrize(
    ("client", "language", "text", "file"),
    [("pyy", "fi", "mitä tää mulle maksaa", FI), ("lind", "sv", "va e de ja e skyldi", SV)],
)
async def test_a_line_goes_into_the_file_of_its_language(
    house: Services,
    designer: Designer,
    copy: Path,
    client: str,
    language: str,
    text: str,
    file: str,
) -> None:
    await missed(house, text, client=client, language=language)
    miss = await designer.only()
    before = (copy / file).read_text("utf-8")
    answer = await designer.does("teach", miss["id"], intent="ask_balance")
    assert answer.json() == {"state": "taught", "file": file, "line": 30}
    assert (copy / file).read_text("utf-8") == f"{before}    - {text}\n"
    assert check(copy) == []
    taught = await designer.only(state="taught")
    assert (taught["text"], taught["taught_as"]) == (text, "ask_balance")
    assert taught["file"] == file
    assert (await designer.lists())["counts"] == {"open": 0, "taught": 1, "set_aside": 0}


async def test_the_same_again_is_harmless(house: Services, designer: Designer, copy: Path) -> None:
    await missed(house, "mitä tää maksaa", client="pyy", language="fi")
    miss = (await designer.only())["id"]
    answers = await asyncio.gather(
        *(designer.does("teach", miss, intent="ask_balance") for _ in range(4))
    )
    assert [answer.status_code for answer in answers] == [200] * 4
    assert len({answer.text for answer in answers}) == 1
    assert (copy / FI).read_text("utf-8").count("mitä tää maksaa") == 1


async def test_many_lines_at_once_are_all_kept(
    house: Services, designer: Designer, copy: Path
) -> None:
    for number in range(8):
        await missed(house, f"mikä lasku {number} oikein", client="pyy", language="fi")
    ids = [item["id"] for item in (await designer.lists())["items"]]
    await asyncio.gather(*(designer.does("teach", miss, intent="ask_balance") for miss in ids))
    content = (copy / FI).read_text("utf-8")
    assert [content.count(f"mikä lasku {number} oikein") for number in range(8)] == [1] * 8
    assert check(copy) == []


async def test_a_rewritten_line_is_what_is_taught(
    house: Services, designer: Designer, copy: Path
) -> None:
    await missed(house, "no siis joo mitä mä nyt", client="pyy", language="fi")
    miss = (await designer.only())["id"]
    text = "  - mitä [mä]\nnyt maksan \t"
    answer = await designer.does("teach", miss, intent="ask_balance", text=text)
    assert answer.status_code == 200, answer.text
    assert (copy / FI).read_text("utf-8").endswith("    - mitä mä nyt maksan\n")


async def test_a_line_that_was_taken_for_another_language_goes_where_the_designer_says(
    house: Services, designer: Designer, copy: Path
) -> None:
    await missed(house, "va e de ja e skyldi", client="pyy", language="fi")
    miss = (await designer.only())["id"]
    answer = await designer.does("teach", miss, intent="ask_balance", language="sv")
    assert answer.json()["file"] == SV
    for language in ("../sv", "xx"):
        await designer.does("take-back", miss)
        refused = await designer.does("teach", miss, intent="ask_balance", language=language)
        assert refused.status_code in (409, 422)


async def test_personal_data_is_never_taught(
    house: Services, designer: Designer, copy: Path
) -> None:
    await a_case(house.database, "SE-77", first_name="Alva")
    await missed(house, "jag heter Alva och vill nåt", case="SE-77")
    miss = (await designer.only())["id"]
    before = (copy / SV).read_text("utf-8")
    for body in ({}, {"text": "Alva vill nåt"}, {"text": "ring 070-123 45 67"}):
        refused = await designer.does("teach", miss, intent="ask_balance", **body)
        assert (refused.status_code, refused.json()["type"]) == (
            422,
            "/problems/text-has-personal-data",
        )
    assert (copy / SV).read_text("utf-8") == before
    rewritten = await designer.does("teach", miss, intent="ask_balance", text="jag vill nåt")
    assert rewritten.status_code == 200


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        ({"intent": "dance"}, 422, "intent-unknown"),
        ({"intent": "ask_balance", "text": "  [] "}, 422, "text-empty"),
        ({"intent": "ask_balance", "text": "x" * 501}, 422, "invalid"),
        ({"intent": "ask_balance", "text": "terve vaan numero 7"}, 409, "line-of-another-intent"),
        (
            {"intent": "ask_balance", "text": "Mistä summasta tässä oikein puhutaan?"},
            409,
            "line-is-measured-on",
        ),
    ],
)
async def test_what_would_spoil_the_training_is_refused(
    house: Services,
    of_pyy: Designer,
    copy: Path,
    body: dict[str, str],
    status: int,
    kind: str,
) -> None:
    await missed(house, "mitä tää maksaa", client="pyy", language="fi")
    before = (copy / FI).read_text("utf-8")
    refused = await of_pyy.does("teach", (await of_pyy.only())["id"], **body)
    assert (refused.status_code, refused.json()["type"]) == (status, f"/problems/{kind}")
    assert (copy / FI).read_text("utf-8") == before


@pytest.mark.parametrize("file", [FI, "nlu_data/contract.yml"])
async def test_a_file_with_a_mistake_is_named_and_left_alone(
    house: Services, of_pyy: Designer, copy: Path, file: str
) -> None:
    await missed(house, "mitä tää maksaa", client="pyy", language="fi")
    miss = (await of_pyy.only())["id"]
    broken = (copy / file).read_text("utf-8") + '\tx: "oops'
    (copy / file).write_text(broken, "utf-8")
    refused = (await of_pyy.does("teach", miss, intent="ask_balance")).json()
    assert (refused["status"], refused["type"]) == (409, "/problems/working-copy-broken")
    assert (refused["file"], refused["line"]) == (file, len(broken.splitlines()))
    assert refused["cure"] == "Vaihda rivin alussa oleva sarkain välilyönteihin."
    assert refused["cure"] in refused["detail"]
    assert (copy / file).read_text("utf-8") == broken
    assert (await of_pyy.only())["state"] == "open"


async def test_an_intent_that_the_file_lacks_is_told_of(
    house: Services, designer: Designer, copy: Path
) -> None:
    await missed(house, "mitä tää maksaa", client="pyy", language="fi")
    path = copy / FI
    path.write_text(path.read_text("utf-8").replace("intent: ask_balance", "intent: x"), "utf-8")
    refused = await designer.does("teach", (await designer.only())["id"], intent="ask_balance")
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/working-copy-lacks")
    assert FI in refused.json()["detail"]


async def test_a_taught_message_is_not_taught_as_something_else(
    house: Services, designer: Designer, copy: Path
) -> None:
    await missed(house, "mitä tää maksaa", client="pyy", language="fi")
    miss = (await designer.only())["id"]
    await designer.does("teach", miss, intent="ask_balance")
    refused = await designer.does("teach", miss, intent="greet")
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/taught-already")


async def test_in_production_without_a_working_copy_nothing_is_taught(
    house: Services, designer: Designer, app: FastAPI
) -> None:
    set_copy(app, house, None, demo=False)
    await missed(house, "mitä tää maksaa", client="pyy", language="fi")
    miss = (await designer.only())["id"]
    refused = await designer.does("teach", miss, intent="ask_balance")
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/working-copy-missing")
    told = (await designer.http.get("/api/staff/misses/intents")).json()
    assert told["working_copy"]["ready"] is False
    assert "WORKING_COPY" in told["working_copy"]["says"]


async def test_a_language_that_the_working_copy_lacks_is_refused(
    house: Services, designer: Designer, copy: Path
) -> None:
    await missed(house, "hva koster det", client="lind", language="nb")
    refused = await designer.does("teach", (await designer.only())["id"], intent="ask_balance")
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/working-copy-missing")


async def test_what_was_decided_is_in_the_audit(
    house: Services, designer: Designer, copy: Path
) -> None:
    await missed(house, "mitä tää maksaa", client="pyy", language="fi")
    miss = (await designer.only())["id"]
    await designer.does("teach", miss, intent="ask_balance")
    await designer.does("take-back", miss)
    await designer.does("set-aside", miss)
    async with house.database.transaction() as session:
        acts = (await session.scalars(select(AuditRow.act).order_by(AuditRow.seq))).all()
    wanted = ["message.taught", "message.taken_back", "message.set_aside"]
    assert [act for act in acts if act.startswith("message.")] == wanted

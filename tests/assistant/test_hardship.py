"""A hardship beside a wish is found by the trained model, and the wish stays what it was."""

from typing import List, Tuple

import pytest
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from assistant.hardship import HARDSHIP, Hardship, Parse
from assistant.in_context import InContext
from assistant.nlu.concept_lexicon import ConceptLexicon

FOUND = Hardship.read()
CONTEXT = InContext.read()


async def heard(agent: Agent, language: str, text: str) -> List[Tuple[str, List[object]]]:
    """Each wish of a message with its values; the hardship is one of them."""

    async def read(part: str) -> Parse:
        message = UserMessage(part, metadata={"language": language, "today": "2026-11-21"})
        return CONTEXT.meant(dict(await agent.processor.parse_message(message)))

    whole = await read(text)
    wishes = await FOUND.apart(text, whole, read) or [whole]
    return [
        (one["intent"]["name"], [value["value"] for value in one["entities"]])
        for one in map(FOUND.noticed, wishes)
    ]


@pytest.mark.parametrize(
    ("language", "text", "amount"),
    [
        ("sv", "jag kan betala 200 i månaden, jag har blivit arbetslös", 200),
        ("sv", "kan bara betala 250 i månaden eftersom jag är sjukskriven", 250),
        ("nb", "jeg kan betale 300 i måneden, jeg har mistet jobben", 300),
        ("nb", "er permittert og klarer bare 200 kr i måneden", 200),
        ("da", "jeg kan betale 200 om måneden, jeg har mistet mit arbejde", 200),
        ("da", "jeg er blevet fyret og kan kun betale 300 kr. om måneden", 300),
        ("fi", "haluan maksaa 20 euroa kuussa, olen jäänyt työttömäksi", 20),
        ("fi", "olen sairauslomalla ja voin maksaa 25 euroa kuussa", 25),
        ("is", "ég get borgað 5000 á mánuði, ég missti vinnuna", 5000),
        ("is", "ég er atvinnulaus og get bara borgað 4000 kr. á mánuði", 4000),
        ("en", "20 a month, I have lost my job", 20),
        ("en", "I am off sick. Can I pay 40 a month?", 40),
    ],
)
async def test_terms_beside_it_are_still_terms(
    agent: Agent, language: str, text: str, amount: int
) -> None:
    assert await heard(agent, language, text) == [("propose_terms", [amount, HARDSHIP])]


@pytest.mark.parametrize(
    ("language", "text", "wish"),
    [
        ("sv", "jag vill dela upp det, det är tufft just nu sen vi separerade", "request_plan"),
        ("nb", "kan jeg få utsettelse, jeg har blitt arbeidsledig", "request_deferral"),
        ("da", "kan jeg få udsættelse, jeg er lige blevet skilt", "request_deferral"),
        ("fi", "saanko lisää aikaa, mut lomautettiin", "request_deferral"),
        ("is", "þetta er erfitt hjá mér núna, má ég skipta þessu", "request_plan"),
        ("en", "can I pay later, I have been made redundant", "request_deferral"),
    ],
)
async def test_so_is_any_other_way_to_ease_it(
    agent: Agent, language: str, text: str, wish: str
) -> None:
    [(intent, values)] = await heard(agent, language, text)
    assert (intent, values[-1]) == (wish, HARDSHIP)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "jag får bara 7000 i månaden sen jag blev arbetslös"),
        ("nb", "jeg får bare 9000 i måneden etter at jeg ble permittert"),
        ("da", "jeg får kun 8000 om måneden, fordi jeg er sygemeldt"),
        ("is", "ég fæ bara 250000 á mánuði því ég er atvinnulaus"),
        ("en", "I only get 700 a month since I lost my job"),
    ],
)
async def test_what_somebody_lives_on_is_no_offer(agent: Agent, language: str, text: str) -> None:
    [(intent, _)] = await heard(agent, language, text)
    assert intent == "report_hardship"


async def test_a_question_is_answered_before_it(agent: Agent) -> None:
    (asked, values), (then, _) = await heard(agent, "en", "what are the fees? I have lost my job")
    assert (asked, values, then) == ("ask_fees", [HARDSHIP], "report_hardship")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "vad händer om jag blir arbetslös"),
        ("en", "I have a new job after being unemployed, so 50 a month is fine"),
        ("fi", "haluan maksaa 20 euroa kuussa"),
        ("nb", "kan jeg betale senere, jeg får lønn den 25."),
    ],
)
async def test_where_nobody_tells_of_any_there_is_none(
    agent: Agent, language: str, text: str
) -> None:
    assert all(HARDSHIP not in values for _, values in await heard(agent, language, text))


async def test_a_message_that_tells_of_danger_is_left_whole(agent: Agent) -> None:
    text = "I lost my job and I want to die, I can pay 20 a month"
    message = UserMessage(text, metadata={"language": "en"})
    whole = dict(await agent.processor.parse_message(message))

    async def read(part: str) -> Parse:
        raise AssertionError("no part of it may be read by itself")

    assert await FOUND.apart(text, whole, read) == []


def test_every_idea_is_known_in_every_language() -> None:
    ideas = FOUND.said_by | FOUND.unless | FOUND.hinted_by | FOUND.comes_in | FOUND.pays
    for language, forms in ConceptLexicon.read().forms.items():
        assert ideas <= set(forms), (language, ideas - set(forms))

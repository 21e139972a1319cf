"""What was said last, once more: in plainer words, or in the language that is spoken by now."""

from dataclasses import replace

from actions.case_api import CaseSystemAway, Json, Refused
from actions.plan.shown import notice_values, reasons_in_words
from actions.said import Said, last_answer
from actions.turn import Turn

#: The texts that tell where advice is found.
_OF_ADVICE = ("debt_advice", "hardship", "hardship_general")
#: How many messages in a row are still easy to read.
_MOST = 3


async def say_again(turn: Turn, lead: str | None = None) -> bool:
    """Says all of the last answer, with its cards and buttons, after `lead` where there is room.

    The question that stands is part of it, so nothing is asked beside it. False where nothing had
    been said.
    """
    answer = last_answer(turn.tracker.events)
    led = lead is not None and len(answer) < _MOST
    if lead and led:
        turn.say(lead, choices=[] if answer else None)
    if any(said.language != turn.language for said in answer):
        answer = await _in_this_language(turn, answer)
    for place, said in enumerate(answer):
        turn.say_again(said, leads=place == 0 and not led)
    turn.form_must_wait = turn.form_must_wait or bool(answer)
    return bool(answer)


async def _in_this_language(turn: Turn, answer: list[Said]) -> list[Said]:
    """The same with what the client and the rules have to say in it, in the language of now."""
    client, worded = await turn.client(), await _worded_anew(turn)
    help_ = client["help"]
    own = {"hours": client["hours"], "supervisor": help_["supervisor"], "eid": help_["eid"]}

    def anew(said: Said) -> Said:
        of_advice = help_["debt_advice"] if said.text in _OF_ADVICE else {}
        known = {**own, **of_advice, **worded}
        found = {name: value for name, value in known.items() if name in said.values}
        return replace(said, values={**said.values, **found})

    return [anew(said) for said in answer]


async def _worded_anew(turn: Turn) -> Json:
    """Reason and notice of what the rules answered last, as values; none where that cannot be had."""
    asked = turn.slot("worded")
    if asked is None:
        return {}
    try:
        answered = await turn.api.in_language(asked, turn.language)
    except (CaseSystemAway, Refused):
        return {}
    offers, reasons = answered.get("offers") or [answered], answered.get("reasons") or []
    outcome = turn.slot("plan_outcome")
    if outcome and outcome.get("offers"):
        first = {**outcome["offers"][0], "notices": offers[0].get("notices")}
        told = reasons or outcome["reasons"]
        kept = {**outcome, "offers": [first, *outcome["offers"][1:]], "reasons": told}
        turn.remember(plan_outcome=kept)
    values: Json = notice_values(offers[0])
    return {**values, **({"reason": reasons_in_words(answered)} if reasons else {})}

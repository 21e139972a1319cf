"""Another language, asked for in the middle."""

from dataclasses import replace

from actions.case_api import CaseSystemAway, Json, Refused
from actions.conversation.repeating import say_in_the_words_wished_for
from actions.dialogue_action import DialogueAction
from actions.plan.shown import notice_values, reasons_in_words
from actions.said import Said, last_answer
from actions.turn import Turn

#: The texts that tell where advice is found.
_OF_ADVICE = ("debt_advice", "hardship", "hardship_general")


class ChangeLanguage(DialogueAction):
    """Goes on in the language that was asked for, and says the last answer again in it."""

    keeps_pending = True

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_change_language"

    async def act(self, turn: Turn) -> None:
        """A language that is not named in the message is the one that it is written in.

        "In plain words" names the language that is spoken already, and wishes for no other.
        """
        named = turn.value("language")
        wanted = named or turn.tracker.latest_message.get("language")
        if wanted == turn.language and say_in_the_words_wished_for(turn):
            return
        unknown = named is None and wanted == turn.tracker.get_slot("language")
        if unknown or wanted not in (await turn.client())["languages"]:
            turn.say("language_which")
            return
        turn.speak(language=wanted)
        turn.say("language_changed", choices=[])
        await _say_again(turn)


async def _say_again(turn: Turn) -> None:
    """What was said last, with the sentences in it that others have written, anew."""
    answer = last_answer(turn.tracker.events)
    worded = await _worded_anew(turn)
    for said in answer:
        turn.say_again(await _anew(turn, said, worded))
    turn.form_must_wait = turn.form_must_wait or bool(answer)


async def _worded_anew(turn: Turn) -> Json:
    """Reason and notice of what the rules answered last, as values; what is not had stays as it is."""
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


async def _anew(turn: Turn, said: Said, worded: Json) -> Said:
    client = await turn.client()
    help_ = client["help"]
    own = {"hours": client["hours"], "supervisor": help_["supervisor"], "eid": help_["eid"]}
    if said.text in _OF_ADVICE:
        own |= help_["debt_advice"]
    found = {name: value for name, value in {**own, **worded}.items() if name in said.values}
    return replace(said, values={**said.values, **found})

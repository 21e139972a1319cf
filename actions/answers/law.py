"""What comes of not paying, checking that a claim is real and not too old, and where advice is."""

from actions.answers.debt import ask_case_status
from actions.known_case import known_case
from actions.trouble.advice import advice_of
from actions.turn import Choice, Turn


async def ask_consequences(turn: Turn) -> None:
    """With a plan what comes of missing a payment; at enforcement where the case is; else the law.

    Only the last is told to a stranger.
    """
    case = await known_case(turn)
    plan = case and case["plan"]
    if plan and plan["next"]:
        days = plan.get("ends_after_days")
        turn.say("plan_if_missed", ends=days is not None, days=days or 0)
    elif case and case["status"] == "enforcement":
        await ask_case_status(turn)
    else:
        turn.say("ask_consequences")


async def ask_limitation_period(turn: Turn) -> None:
    """Whether a claim is too old is for a person to say; nothing is acknowledged by asking.

    After how many years it would be is told to whoever is identified, where it is known.
    """
    identified = turn.slot("identified") and turn.slot("case")
    years = (await turn.case()).get("limitation_years") if identified else None
    pending = {"about": "handoff", "reason": "limitation"}
    turn.ask_yes_or_no("limitation", pending, known=years is not None, years=years or 0)


async def ask_legitimacy(turn: Turn) -> None:
    """How to check that this is real, never "trust me"; the case's number only to its own debtor."""
    client = await turn.client()
    agency, help_ = client["agency"], client["help"]
    known = bool(turn.slot("identified") and turn.slot("case"))
    choices: list[Choice] = ["person"] if known else ["identify", "person"]
    turn.say(
        "legitimacy",
        choices=None if turn.form_asks_next else choices,
        known=known,
        reference=turn.slot("case") if known else "",
        site=agency["site"].removeprefix("https://"),
        phone=agency["phone"],
        supervisor=help_["supervisor"],
        supervisor_site=(help_["supervisor_url"] or "").removeprefix("https://"),
    )


async def ask_debt_advice(turn: Turn) -> None:
    """Free and independent advice in the country."""
    client = await turn.client()
    turn.say("debt_advice", **advice_of(client))


TOPICS = {
    "ask_consequences": ask_consequences,
    "ask_limitation_period": ask_limitation_period,
    "ask_legitimacy": ask_legitimacy,
    "ask_debt_advice": ask_debt_advice,
}

"""Checking that a claim is real and not too old, and where advice is found."""

from actions.turn import Turn


async def ask_limitation_period(turn: Turn) -> None:
    """Whether a claim is too old is for a person to say; nothing is acknowledged by asking.

    After how many years it would be is told to whoever is identified, where it is known.
    """
    identified = turn.slot("identified") and turn.slot("case")
    years = (await turn.case()).get("limitation_years") if identified else None
    pending = {"about": "handoff", "reason": "limitation"}
    turn.ask_yes_or_no("limitation", pending, known=years is not None, years=years or 0)


async def ask_legitimacy(turn: Turn) -> None:
    """How to check that this is real, never "trust me"."""
    client = await turn.client()
    agency, help_ = client["agency"], client["help"]
    turn.say(
        "legitimacy", site=agency["site"], phone=agency["phone"], supervisor=help_["supervisor"]
    )


async def ask_debt_advice(turn: Turn) -> None:
    """Free and independent advice in the country."""
    client = await turn.client()
    turn.say("debt_advice", **client["help"]["debt_advice"])


TOPICS = {
    "ask_limitation_period": ask_limitation_period,
    "ask_legitimacy": ask_legitimacy,
    "ask_debt_advice": ask_debt_advice,
}

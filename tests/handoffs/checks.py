"""Whether a card holds a fact: each check compares it with the script and with the case API.

A check says what the card has wrong, or nothing; `None` where the fact is not asked of the hand-over.
"""

from collections.abc import Callable

from tests.handoffs.played import Json, Played

#: The empty list where the card holds it; else what is wrong or missing.
Wrong = list[str]
Check = Callable[[Played, Json], Wrong | None]


def differs(what: str, card: object, truth: object) -> Wrong:
    """What is wrong where the two are not the same."""
    return [] if card == truth else [f"{what}: {card!r}, and it is {truth!r}"]


def identified(played: Played, card: Json) -> Wrong:
    """By the script: never, from the start or meanwhile."""
    how = "payment_page" if played.known else None
    meanwhile = played.situation.identified == "meanwhile"
    who = card["who"]
    return differs("by", who["identified_by"], how) + differs(
        "meanwhile", who["identified_meanwhile"], meanwhile
    )


def person(played: Played, card: Json) -> Wrong | None:
    """By the case API."""
    if not played.known:
        return None
    debtor = played.told["case"]["debtor"]
    who = card["who"]
    return differs("name", who["name"], debtor["name"]) + differs(
        "kind", who["kind"], debtor["kind"]
    )


def reach(played: Played, card: Json) -> Wrong:
    """A number that the script gave, and the wish for writing as the case API has it."""
    given = next((one.text for one in played.said if one.move == "phone"), None)
    digits = given and "".join(sign for sign in given if sign.isdigit())
    told = card["who"]["phone"]
    found = told and "".join(sign for sign in told if sign.isdigit())
    writing = played.known and played.told["case"]["debtor"]["only_in_writing"]
    return (
        differs("channel", card["who"]["channel"], "web")
        + differs("phone", found and found[-len(digits or "") :], digits)
        + differs("in writing", card["who"]["only_in_writing"], bool(writing))
    )


def language(played: Played, card: Json) -> Wrong:
    """The script's."""
    return differs("language", card["spoken"]["language"], played.language)


def unless_both_nothing(wrong: Wrong, truth: object, told: object) -> Wrong | None:
    """Where there is nothing to hold and the card holds nothing, nothing is counted."""
    return wrong if truth or told else None


def plain(played: Played, card: Json) -> Wrong | None:
    """Whether the script asked for it."""
    wished, told = played.situation.plain, card["spoken"]["plain"]
    return unless_both_nothing(differs("plain", told, wished), wished, told)


def reason(played: Played, card: Json) -> Wrong:
    """As the script ends, and with the client's own rule where it is one."""
    rule = card["why"]["rule"]
    wanted = played.situation.rule is not None
    said = bool(rule and (rule["text"] or rule["intents"]))
    return differs("reason", card["why"]["reason"], played.situation.reason) + differs(
        "rule", said, wanted
    )


def words(played: Played, card: Json) -> Wrong:
    """The last line of the move that led there."""
    led = [one.text for one in played.said if one.move == played.situation.led_by]
    return differs("wish", card["why"]["wish"], led[-1])


def asked(played: Played, card: Json) -> Wrong | None:
    """All moves that ask for something, in their order; the card may have more beside them."""
    wanted = [one for one in played.said if one.meanings]
    if not wanted:
        return None
    told = [one["intent"] for one in card["asked"]]
    wrong, place = [], 0
    for one in wanted:
        later = [at for at in range(place, len(told)) if told[at] in one.meanings]
        again = not later and told[:place] and told[place - 1] in one.meanings
        if later:
            place = later[0] + 1
        elif not again:
            wrong.append(f"{one.text!r} is not there as {one.meanings}: {told}")
    return wrong


def care(played: Played, card: Json) -> Wrong | None:
    """The flags that the script makes true, and no others."""
    told, truth = [flag["kind"] for flag in card["care"]], played.situation.care
    return unless_both_nothing(differs("care", sorted(told), sorted(truth)), truth, told)


def mood(played: Played, card: Json) -> Wrong | None:
    """The sign that the script gives."""
    sign = card["mood"]["sign"] if card["mood"] else None
    truth = played.situation.mood
    return unless_both_nothing(differs("mood", sign, truth), truth, sign)


def flow(played: Played, card: Json) -> Wrong:
    """Where the script was when it led to a person."""
    script = played.situation
    told = card["flow"]
    return differs("doing", told["doing"], script.flow) + differs(
        "waits for", told["waits_for"], script.waits_for
    )


def promised(played: Played, card: Json) -> Wrong | None:
    """The time that the debtor was told, which stands on a card only outside the hours."""
    told = card["why"]["promised_at"]
    at = [seen["at"] for seen in played.handed_over if seen.get("at")]
    if at:
        return differs("promised", told, at[-1])
    truth = played.told_a_time
    return unless_both_nothing(differs("promised", told is not None, truth), truth, told)

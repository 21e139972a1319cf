"""In which language a conversation goes on after a message."""

import re
from typing import Any, Dict, Mapping, Optional

#: The intent of a message that means nothing to the assistant; it changes no language either.
NOT_UNDERSTOOD = "nlu_fallback"
#: The intent of a wish for another language, and its value.
CHANGE = "change_language"
NAMED = "language"
#: What gives way to such a wish in the same message: "yes, but in English please" agrees to nothing
#: before it was read in English.
_GIVE_WAY = frozenset(
    ["affirm", "deny", "greet", "help", "inform", "repeat", "thank", NOT_UNDERSTOOD]
)
#: Everybody says "ok" or "thanks" in another language now and then.
_FEWEST_WORDS = 3
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)

#: What Rasa makes of a text: `text`, `intent` with `name`, `entities`, `language`.
Parse = Dict[str, Any]


def spoken_on(parse: Mapping[str, Any], before: Mapping[str, Any], now: str) -> Optional[str]:
    """The language to go on in, or None to stay in `now`.

    A whole sentence in another language changes it, or a second short message in a row (`before` is
    how the last one was read); a lone word or two do not.
    """
    spoken: Optional[str] = parse.get("language")
    if not spoken or spoken == now or _intent(parse) == NOT_UNDERSTOOD:
        return None
    words = len(_WORD.findall(str(parse.get("text") or "")))
    return spoken if words >= _FEWEST_WORDS or before.get("language") == spoken else None


def with_its_wish(parse: Parse, now: str) -> Parse:
    """The message as read, or as a wish for another language where it names one beside a yes."""
    named = {found["value"] for found in parse.get("entities", []) if found["entity"] == NAMED}
    if not named - {now} or _intent(parse) not in _GIVE_WAY:
        return parse
    wish = {**(parse.get("intent") or {}), "name": CHANGE}
    ranking = [wish, *parse.get("intent_ranking", [])]
    return {**parse, "intent": wish, "intent_ranking": ranking}


def _intent(parse: Mapping[str, Any]) -> str:
    return str((parse.get("intent") or {}).get("name"))

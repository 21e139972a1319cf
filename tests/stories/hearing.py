"""Which text of the assistant's a message is, whatever wording and values it has."""

import re
from functools import cache
from pathlib import Path
from string import Formatter

from backend.wording import Catalogue

#: Stands between the names of two texts that are said in one message.
BEGINS_WITH = "+"
_RESPONSES = Path(__file__).parents[2] / "assistant" / "responses"


def is_text(said: str, name: str, language: str) -> bool:
    """Whether a message is one of the wordings of a text. KeyError for a name that no text has.

    `one+another` is a message that begins with a text and goes on with another.
    """
    first, _, then = name.rpartition(BEGINS_WITH)
    before = [f"{one.pattern} " for one in _wordings(language)[first]] if first else [""]
    return any(
        re.compile(beginning + one.pattern, re.DOTALL).fullmatch(plain(said))
        for beginning in before
        for one in _wordings(language)[then]
    )


def is_button(title: str, name: str, language: str) -> bool:
    """Whether a button's title is the one of that name. KeyError for a name that no button has."""
    return _pattern(_catalogues()[language].buttons[name]).fullmatch(plain(title)) is not None


def names_of(said: str, language: str) -> list[str]:
    """Every text that a message may be, the most exact first."""
    fitting = [
        (max(len(p.pattern) for p in patterns if p.fullmatch(plain(said))), name)
        for name, patterns in _wordings(language).items()
        if any(p.fullmatch(plain(said)) for p in patterns)
    ]
    return [name for _, name in sorted(fitting, reverse=True)]


def plain(text: str) -> str:
    """With plain spaces, however a language groups its digits."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


@cache
def _catalogues() -> dict[str, Catalogue]:
    return Catalogue.read_folder(_RESPONSES)


@cache
def _wordings(language: str) -> dict[str, list[re.Pattern[str]]]:
    texts = _catalogues()[language].texts
    return {name: [_pattern(one.text) for one in entries] for name, entries in texts.items()}


def _pattern(text: str) -> re.Pattern[str]:
    pieces = []
    for literal, placeholder, _, _ in Formatter().parse(text):
        pieces += [re.escape(plain(literal)), "" if placeholder is None else ".*?"]
    return re.compile("".join(pieces), re.DOTALL)

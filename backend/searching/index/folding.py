"""Words as they are looked for: without capitals and without the signs on and under letters.

Keyboards differ between the countries, and a name is often told over the phone. So a letter with a
ring, dots, an accent or a stroke is found by the plain letter, and the other way round. Both
databases and this file fold alike: SQLite's tokenizer as it always does, PostgreSQL by taking letters
apart, and what neither of them knows is replaced before.
"""

import re
import unicodedata

#: Letters, small and capital, that are no plain letter with a sign, and how they are spelt without.
SPELT = (
    *(("æÆ", "ae"), ("øØ", "o"), ("ðÐ", "d"), ("þÞ", "th"), ("đĐ", "d")),
    *(("œŒ", "oe"), ("ßẞ", "ss"), ("łŁ", "l"), ("ı", "i"), ("ſẛ", "s")),
    ("Ǡǡ", "a"),
)
#: What stands between words, as a class of regular expressions that both languages read alike. It
#: is written out because PostgreSQL's own classes follow the locale in which it was set up.
BETWEEN = (
    r"[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb"
    r"\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u303f\ufe00-\ufe0f\ufeff"
    r"\U0001f000-\U0001faff]+"
)
_LATIN = [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]
#: The signs of these letters, where they are written each for itself after its letter.
COMBINING = "".join(
    sorted({sign for letter in _LATIN for sign in unicodedata.normalize("NFD", chr(letter))[1:]})
)


def _plain_letters() -> dict[str, str]:
    """Each Latin letter with a sign, and the plain small letter that it is made of."""
    found = {}
    for letter in map(chr, _LATIN):
        parts = unicodedata.normalize("NFD", letter)
        if len(parts) > 1 and parts[0].isascii():
            found[letter] = parts[0].lower()
    return found


PLAIN = _plain_letters()
_TABLE = str.maketrans(
    PLAIN
    | dict.fromkeys(COMBINING, "")
    | {letter: spelt for letters, spelt in SPELT for letter in letters}
)


def fold(text: str) -> str:
    """The text in plain small letters; what stands between words stays."""
    return text.translate(_TABLE).lower()


def words_in(text: str) -> list[str]:
    """The words of a text, folded."""
    return [word for word in re.split(BETWEEN, fold(text)) if word]

"""Writes a message as a hurried thumb would, to teach the classifier what people really type."""

from random import Random

from assistant.nlu.features import fold

#: One word in this many is hit.
ONE_WORD_IN = 4


def with_typos(text: str, noise: Random) -> str:
    """The text with some words that lack marks, or lack, swap or double a letter."""
    return " ".join(
        _hit(word, noise) if len(word) > 2 and noise.random() < 1 / ONE_WORD_IN else word
        for word in text.split()
    )


def _hit(word: str, noise: Random) -> str:
    if fold(word) != word.lower() and noise.random() < 0.5:
        return fold(word)
    place = noise.randrange(len(word) - 1)
    before, hit, after = word[:place], word[place : place + 2], word[place + 2 :]
    return before + noise.choice([hit[1], hit[::-1], hit[0] + hit]) + after

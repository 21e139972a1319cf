"""Guesses of libraries that identify languages, in an environment of their own (`.venv-bench`).

Reads `{"library", "texts", "among"}` as JSON, `among` being the languages to choose from or null for
all that the library knows; prints `{"guesses", "milliseconds"}`. A text that is refused is "".
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

Guess = Callable[[str], str]


def langdetect(among: list[str] | None) -> Guess:
    """Its own way to fewer languages: no chance beforehand for the others."""
    from langdetect import LangDetectException, detector_factory

    detector_factory.DetectorFactory.seed = 0
    detector_factory.init_factory()
    factory: Any = detector_factory._factory

    def guess(text: str) -> str:
        detector = factory.create()
        if among:
            detector.set_prior_map(dict.fromkeys(among, 1.0))
        detector.append(text)
        try:
            return str(detector.detect())
        except LangDetectException:
            return ""

    return guess


def lingua(among: list[str] | None) -> Guess:
    """In its exact mode, with all models read beforehand."""
    from lingua import Language, LanguageDetectorBuilder

    known = [one for one in Language.all() if not among or _code(one) in among]
    built = LanguageDetectorBuilder.from_languages(*known).with_preloaded_language_models().build()

    def guess(text: str) -> str:
        found = built.detect_language_of(text)
        return _code(found) if found else ""

    return guess


def _code(language: Any) -> str:
    return str(language.iso_code_639_1.name.lower())


def main() -> None:
    """One library over all texts."""
    asked = json.load(sys.stdin)
    guess = {"langdetect": langdetect, "lingua": lingua}[asked["library"]](asked["among"])
    guess(asked["texts"][0])  # what is read at the first message
    began = time.perf_counter()
    guesses = [guess(text) for text in asked["texts"]]
    took = (time.perf_counter() - began) * 1000 / len(guesses)
    json.dump({"guesses": guesses, "milliseconds": took}, sys.stdout)


if __name__ == "__main__":
    main()

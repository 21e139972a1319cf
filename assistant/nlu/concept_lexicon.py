"""Ideas that all languages share, found in a message by each language's own words for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, Iterator, List, Mapping, Sequence, Tuple

import yaml

from assistant.nlu.features import words_of

FOLDER = Path(__file__).parent / "concepts"
STEM = "*"
#: The concept that turns the next ones round, so many words on, and what they are called then.
NEGATION = "negation"
REACH = 5
NEGATED = "not {}"

#: A language's forms: what says each concept.
Forms = Mapping[str, Sequence[str]]
#: The words of a form after its first, whether its last word is a stem, and its concept.
Rest = Tuple[Tuple[str, ...], bool, str]


@dataclass
class ConceptLexicon:
    """The forms of each language, and how to find them.

    All are made ready at once, so that the first debtor of a language does not wait for them.
    """

    forms: Mapping[str, Forms]
    _readers: Dict[str, _Reader] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._readers = {language: _Reader(forms) for language, forms in self.forms.items()}

    @classmethod
    def read(cls, folder: Path = FOLDER) -> ConceptLexicon:
        """All languages' files, `<language>/<subject>.yml`."""
        forms: Dict[str, Dict[str, Sequence[str]]] = {}
        for path in sorted(folder.glob("*/*.yml")):
            content = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
            forms.setdefault(path.parent.name, {}).update(content)
        return cls(forms)

    def found(self, text: str, language: str) -> List[str]:
        """The concepts of a message in the order in which they begin; none in a language without forms.

        Those that stand shortly after a negation come twice, the second time as negated.
        """
        reader = self._readers.get(language)
        return list(reader.found(words_of(text))) if reader else []


class _Reader:
    """One language's forms by their first word: whole words and phrases apart from stems."""

    def __init__(self, forms: Forms) -> None:
        self._phrases: Dict[str, List[Rest]] = {}
        self._stems: Dict[str, List[str]] = {}
        for concept, written in forms.items():
            for form in written:
                self._add(words_of(form), form.endswith(STEM), concept)
        self._shortest = min(map(len, self._stems), default=0)

    def found(self, words: Sequence[str]) -> Iterator[str]:
        """Each concept once for each place at which one of its forms begins."""
        negated_until = -1
        for place, word in enumerate(words):
            here = [
                concept
                for rest, is_stem, concept in self._phrases.get(word, ())
                if not rest or _follows(words[place + 1 : place + 1 + len(rest)], rest, is_stem)
            ]
            for end in range(self._shortest, len(word) + 1):
                here += self._stems.get(word[:end], ())
            found = dict.fromkeys(here)
            yield from found
            if NEGATION in found:
                negated_until = place + REACH
            elif place <= negated_until:
                yield from map(NEGATED.format, found)

    def _add(self, words: Sequence[str], is_stem: bool, concept: str) -> None:
        first, rest = words[0], tuple(words[1:])
        if is_stem and not rest:
            self._stems.setdefault(first, []).append(concept)
        else:
            self._phrases.setdefault(first, []).append((rest, is_stem, concept))


def _follows(there: Sequence[str], rest: Tuple[str, ...], is_stem: bool) -> bool:
    if not is_stem:
        return tuple(there) == rest
    whole = len(there) == len(rest) and tuple(there[:-1]) == rest[:-1]
    return whole and there[-1].startswith(rest[-1])

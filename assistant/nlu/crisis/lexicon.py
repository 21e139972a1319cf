"""What people write who are in danger, and what only sounds like it: data, a file a language."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, List, Mapping, Sequence, Tuple

import yaml

from assistant.nlu.crisis.phrases import Phrases, Word, words_of

FOLDER = Path(__file__).parent

#: A language's file: `despair` and `figures` are phrases, `signs` maps an idea to its words.
Language = Mapping[str, Any]


@dataclass
class CrisisLexicon:
    """Despair and figures of speech hold in whatever language; signs in the message's own."""

    languages: Mapping[str, Language]
    _despair: Phrases = field(init=False, repr=False)
    _figures: Phrases = field(init=False, repr=False)
    _signs: Dict[str, Phrases] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._despair = self._of_all("despair")
        self._figures = self._of_all("figures")
        self._signs = {name: Phrases.read(file["signs"]) for name, file in self.languages.items()}

    @classmethod
    def read(cls, folder: Path = FOLDER) -> CrisisLexicon:
        """All files `<language>.yml` of a folder."""
        return cls(
            {
                path.stem: yaml.safe_load(path.read_text("utf-8"))
                for path in sorted(folder.glob("*.yml"))
            }
        )

    def without_figures(self, text: str) -> Tuple[str, List[Word]]:
        """The message without its figures of speech, and its words then: these tell of danger."""
        words = words_of(text)
        kept, at = [], 0
        for found in self._figures.found(words):
            start, end = words[found.first].start, words[found.after - 1].end
            if end > at:
                kept.append(text[at : max(start, at)])
                at = end
        if not kept:
            return text, words
        left = "".join([*kept, text[at:]])
        return left, words_of(left)

    def says_despair(self, words: Sequence[Word]) -> bool:
        """Whether a phrase is there that means danger by itself."""
        return any(True for _ in self._despair.found(words))

    def signs(self, words: Sequence[Word], language: str) -> List[str]:
        """The ideas in a message that may go with danger, each once, in order of their names."""
        phrases = self._signs.get(language)
        return sorted({found.meaning for found in phrases.found(words)}) if phrases else []

    def _of_all(self, kind: str) -> Phrases:
        return Phrases.read({kind: [one for file in self.languages.values() for one in file[kind]]})

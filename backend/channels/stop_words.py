"""Words that stop and start a thread, from stop_words.yml."""

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).with_name("stop_words.yml")
_AROUND = " .,!?\"'\n\t"


class StopWords(BaseModel):
    """What stop_words.yml says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    channels: list[str]
    stop: dict[str, list[str]]
    start: dict[str, list[str]]

    def stops(self, channel: str, text: str) -> bool:
        """Whether the text asks to send nothing more."""
        return channel in self.channels and _is_one_of(text, self.stop)

    def starts(self, channel: str, text: str) -> bool:
        """Whether the text asks to begin again; it means nothing where nothing was stopped."""
        return channel in self.channels and _is_one_of(text, self.start)

    def start_word(self, language: str) -> str:
        """The word that is told, in capitals as such words are written."""
        return self.start[language][0].upper()


def _is_one_of(text: str, words: dict[str, list[str]]) -> bool:
    said = text.strip(_AROUND).casefold()
    return any(said in spoken for spoken in words.values())


@cache
def stop_words() -> StopWords:
    """The words, read once."""
    return StopWords.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))

"""For whom is counted: the scope, and what things are called in the reader's language."""

from dataclasses import dataclass

from backend.analytics.schemas import Drill
from backend.analytics.scope import Scope
from backend.analytics.wording import name_of
from backend.services import Services
from backend.texts import say


@dataclass(frozen=True)
class Reading:
    """A scope as somebody reads it."""

    house: Services
    scope: Scope
    language: str
    #: The clients that were chosen, as the query had them; none is all.
    chosen: tuple[str, ...] = ()

    def name(self, kind: str, name: str) -> str:
        """What something is called; see wording.name_of."""
        return name_of(self.language, kind, name)

    def reason(self, reason: str) -> str:
        """What a handoff's reason is called."""
        text = f"reason_{reason}"
        catalogue = self.house.texts[self.language]
        return say(self.house.texts, self.language, text) if text in catalogue.texts else reason

    def drill(self, **more: str) -> Drill:
        """The query of the conversations behind a row."""
        query: Drill = {"client": list(self.chosen), **self.scope.query(), **more}
        return {name: value for name, value in query.items() if value}

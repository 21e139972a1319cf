"""Which rule or story stands behind what the assistant did."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backend.designing.project import Project
from backend.designing.steps import Way, rules, stories


@dataclass(frozen=True)
class Ways:
    """The rules and stories of a folder."""

    rules: list[Way]
    stories: list[Way]

    @classmethod
    def read(cls, folder: Path) -> "Ways":
        """Reads them; a file that is no YAML is left out."""
        project = Project(folder)
        return cls(rules(project), stories(project))

    def behind(self, intent: str | None, acted: dict[str, Any], doing: str | None) -> str:
        """Why an action was done: a rule or story with its place, or what did it instead.

        `acted` is an action and its policy as assistant/channel.py names them; `doing` is an
        action before it in the same turn.
        """
        action, policy = acted["action"], acted.get("policy") or ""
        of_intent = [rule for rule in self.rules if _follows(rule, intent, action)]
        of_form = [rule for rule in self.rules if not any(rule.named("intent"))]
        of_form = [rule for rule in of_form if ("action", action) in rule.end]
        by_heart = [story for story in self.stories if _follows(story, intent, action)]
        if "Memoization" in policy and by_heart:
            return _named(by_heart[0])
        for found in (of_intent, of_form, by_heart):
            if found:
                return _named(found[0])
        if doing is not None:
            return f"follows {doing}"
        return "a form that waits for an answer" if "Rule" in policy else "nothing that fits"


def _follows(way: Way, intent: str | None, action: str) -> bool:
    """Whether the way does this action after this intent, before any other intent."""
    after = False
    for kind, name in way.steps:
        if kind == "intent":
            after = name == intent
        elif after and kind == "action" and name == action:
            return True
    return False


def _named(way: Way) -> str:
    return f"{way.kind} '{way.name}'  {way.place}"

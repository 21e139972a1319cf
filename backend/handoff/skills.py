"""Reads skills.yaml: who is trained for which reasons."""

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

_FILE = Path(__file__).with_name("skills.yaml")


@cache
def skills() -> Mapping[str, frozenset[str]]:
    """The reasons by the name of the skill that they ask for."""
    content = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return TypeAdapter(dict[str, frozenset[str]]).validate_python(content)


def beyond(own: Collection[str]) -> frozenset[str]:
    """The reasons that somebody with these skills is not trained for; without any, none."""
    if not own:
        return frozenset()
    known = frozenset[str]().union(*(skills().get(name, frozenset()) for name in own))
    return frozenset[str]().union(*skills().values()) - known

"""docs/plan-rules.md is true: its example can be used, and it explains every key and every no."""

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from backend.agreements.reasons import agreement_texts
from backend.clients.checking import check_file
from backend.plans import Rule, Standing, Trait, Uncovered
from backend.plans.rules.plan_rules import Version
from backend.settings import ROOT
from tests.backend.clients.files import DEMO, demo_text

TEXT = (ROOT / "docs" / "plan-rules.md").read_text(encoding="utf-8")
SAID = dict(re.findall(r"^\| `(\w+)` \| ([A-Z].*?) \|$", TEXT, re.MULTILINE))
#: Standings about which nothing is agreed; the check refuses them.
OVER = {Standing.PAID, Standing.DISPUTED}


def keys_of(model: type[BaseModel]) -> Iterator[str]:
    """Every key that may be written in a section, and in those inside it."""
    for name, field in model.model_fields.items():
        if name == "root":
            continue
        yield field.alias or name
        for inner in _models_in(field.annotation):
            yield from keys_of(inner)


def _models_in(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for part in get_args(kind):
        yield from _models_in(part)


def test_the_example_is_a_right_file():
    (example,) = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    head = demo_text("se-energi").partition("\nplans:")[0]
    client, faults = check_file(DEMO / "se-energi.yaml", f"{head}\n{example}")
    assert [str(fault) for fault in faults] == []
    assert client is not None


@pytest.mark.parametrize("key", sorted(set(keys_of(Version))))
def test_every_key_is_explained(key: str):
    # As a key, in the text or in the example: `key`, `{key: ...}`, `key:`.
    assert re.search(rf"`{key}`|\b{key}: ", TEXT)


@pytest.mark.parametrize(
    "word",
    [
        *Trait,
        *(one for one in Standing if one not in OVER),
        "consumer",
        "frozen",
        "runs",
        "fortnightly",
        "weekly",
    ],
)
def test_every_word_that_may_be_written_is_named(word: str):
    assert re.search(rf"[`\[ ]{word}[`\], :]", TEXT)


@pytest.mark.parametrize("rule", [*Rule, *Uncovered])
def test_every_no_is_told_as_it_is_said(rule: str):
    wordings = agreement_texts()["en"].texts[rule]
    patterns = [re.sub(r"\\\{.*?\\\}", ".+", re.escape(wording.text)) for wording in wordings]
    assert any(re.fullmatch(pattern, SAID[rule]) for pattern in patterns), SAID[rule]

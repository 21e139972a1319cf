"""The house's replies as data."""

from string import Formatter

import pytest
import yaml

from backend.replies.house import house_replies, reply_texts, reply_titles
from backend.texts import known_languages
from backend.wording import Catalogue
from tests.texts.test_texts_are_complete import ROOT

VALUES = yaml.safe_load((ROOT / "backend/replies/values.yaml").read_text(encoding="utf-8"))
NOT_OF_THE_CASE = {"number"}


def test_every_language_has_them() -> None:
    assert sorted(reply_texts()) == sorted(reply_titles()) == sorted(known_languages())


@pytest.mark.parametrize("language", known_languages())
def test_a_reply_holds_known_values_written_in_known_ways(language: str) -> None:
    catalogue: Catalogue = reply_texts()[language]
    for name, entries in catalogue.texts.items():
        for entry in entries:
            for _, value, way, _ in Formatter().parse(entry.text):
                if value and value not in NOT_OF_THE_CASE:
                    assert way in (VALUES[value] or [""]), f"{name}: {{{value}:{way}}}"


@pytest.mark.parametrize("language", known_languages())
def test_each_reply_and_each_value_has_a_name_for_the_agent(language: str) -> None:
    titles = set(reply_titles()[language].texts)
    assert titles == {*house_replies(), *(f"value_{value}" for value in VALUES)}


def test_about_fifteen_are_there_and_each_is_short() -> None:
    assert len(house_replies()) >= 15
    for catalogue in reply_texts().values():
        for name in house_replies():
            assert all(len(entry.text) <= 320 for entry in catalogue.texts[name]), name

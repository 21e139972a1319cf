"""Every text is there in every language, with the values that it may have and no others."""

from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
import yaml

from backend.wording import Catalogue

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = [
    ROOT / "assistant" / "responses",
    ROOT / "backend" / "texts",
    ROOT / "backend" / "agreements" / "texts",
    ROOT / "backend" / "closing" / "texts",
    ROOT / "backend" / "confirmations" / "texts",
    ROOT / "backend" / "demo" / "texts",
    ROOT / "backend" / "macros" / "texts",
    ROOT / "backend" / "replies" / "texts",
    ROOT / "backend" / "replies" / "titles",
    ROOT / "backend" / "staff" / "granting" / "texts",
]
#: The language that a new text is written in first.
FIRST = "en"


def catalogues() -> Iterator[tuple[str, Catalogue, Catalogue]]:
    for folder in FOLDERS:
        found = Catalogue.read_folder(folder)
        for language, catalogue in found.items():
            yield f"{folder.parent.name}/{folder.name}/{language}", found[FIRST], catalogue


ALL = list(catalogues())
each = pytest.mark.parametrize(("name", "first", "other"), ALL, ids=[name for name, *_ in ALL])


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def values_of(catalogue: Catalogue, key: str) -> set[str]:
    return {name for entry in catalogue.texts[key] for name in placeholders(entry.text)}


@each
def test_no_text_is_missing(name: str, first: Catalogue, other: Catalogue) -> None:
    assert set(first.texts) - set(other.texts) == set()


@each
def test_no_text_is_left_over(name: str, first: Catalogue, other: Catalogue) -> None:
    assert set(other.texts) - set(first.texts) == set()


@each
def test_no_button_is_missing(name: str, first: Catalogue, other: Catalogue) -> None:
    assert set(first.buttons) == set(other.buttons)


@each
def test_nouns_are_written_in_each_plural_of_the_language(
    name: str, first: Catalogue, other: Catalogue
) -> None:
    locale = other.formatter().locale
    forms = {locale.plural_form(number) for number in range(200)}
    for noun, written in other.nouns.items():
        assert forms <= set(written), noun


@each
def test_a_way_of_writing_a_value_exists(name: str, first: Catalogue, other: Catalogue) -> None:
    formatter = other.formatter()
    for key, entries in other.texts.items():
        for entry in entries:
            for _, value, way, _ in Formatter().parse(entry.text):
                known = not way or hasattr(formatter, f"write_{way}") or way in other.nouns
                assert known, f"{key}: {{{value}:{way}}}"


@each
def test_no_text_shouts_or_is_left_empty(name: str, first: Catalogue, other: Catalogue) -> None:
    for key, entries in other.texts.items():
        for entry in entries:
            assert entry.text, key
            assert "!" not in entry.text, key


@each
def test_only_slots_and_values_of_the_first_language_are_used(
    name: str, first: Catalogue, other: Catalogue
) -> None:
    slots = {"first_name", "client_name", "agency", "country"}
    for key in other.texts:
        assert values_of(other, key) <= values_of(first, key) | slots, key


def test_every_button_has_a_command_and_a_title() -> None:
    content = yaml.safe_load((ROOT / "assistant" / "buttons.yml").read_text(encoding="utf-8"))
    titles = Catalogue.read_folder(ROOT / "assistant" / "responses")[FIRST].buttons
    assert set(content["buttons"]) == set(titles)


def test_buttons_stand_only_under_texts_that_exist() -> None:
    content = yaml.safe_load((ROOT / "assistant" / "buttons.yml").read_text(encoding="utf-8"))
    texts = Catalogue.read_folder(ROOT / "assistant" / "responses")[FIRST].texts
    assert set(content["under"]) <= set(texts)
    assert {name for names in content["under"].values() for name in names} <= set(
        content["buttons"]
    )

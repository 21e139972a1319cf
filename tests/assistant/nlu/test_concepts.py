"""The concept lexicon says the same ideas in every language that it has."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

import pytest
import yaml

CONCEPTS = Path(__file__).resolve().parents[3] / "assistant" / "nlu" / "concepts"
LANGUAGES = sorted(path.name for path in CONCEPTS.iterdir() if path.is_dir())
SHORTEST_STEM = 3
MOST_CONCEPTS = 3  # that one form may stand for
LONGEST_FILE = 160

Concepts = Dict[Any, List[Any]]


@cache  # some thousand lines: read them once
def files(language: str) -> Dict[str, Concepts]:
    """A language's subjects, each with its concepts in the order of the file."""
    return {
        path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for path in sorted((CONCEPTS / language).glob("*.yml"))
    }


def written(language: str) -> Iterator[Tuple[str, str]]:
    """Each id as often as a file says it, with its subject: reading as YAML hides a second one."""
    for path in sorted((CONCEPTS / language).glob("*.yml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("#", " ")):
                yield path.stem, line.split(":")[0]


def forms(language: str) -> Iterator[Tuple[str, Any]]:
    for concepts in files(language).values():
        for concept, said in concepts.items():
            for form in said:
                yield str(concept), form


def test_there_are_concepts_to_look_at() -> None:
    assert sum(len(concepts) for concepts in files("en").values()) > 1000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_subjects(language: str) -> None:
    assert list(files(language)) == list(files("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_concepts_in_the_same_order(language: str) -> None:
    assert list(written(language)) == list(written("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_id_stands_once(language: str) -> None:
    times = Counter(concept for _, concept in written(language))
    assert [concept for concept, often in times.items() if often > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_stays_short(language: str) -> None:
    lengths = {name: len(concepts) for name, concepts in files(language).items()}
    assert [name for name, length in lengths.items() if length > LONGEST_FILE] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_concept_has_a_form(language: str) -> None:
    said = {concept for concept, _ in forms(language)}
    assert [concept for _, concept in written(language) if concept not in said] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_is_text_in_lower_case(language: str) -> None:
    def fits(form: Any) -> bool:  # an unquoted yes or no is read as a truth value
        return isinstance(form, str) and form == form.lower().strip() != ""

    assert [(concept, form) for concept, form in forms(language) if not fits(form)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_has_no_figures(language: str) -> None:
    figures = [form for _, form in forms(language) if any(map(str.isdigit, str(form)))]
    assert figures == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_stands_once_in_a_concept(language: str) -> None:
    times = Counter(forms(language))
    assert [twice for twice, often in times.items() if often > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_stands_for_few_concepts(language: str) -> None:
    times = Counter(form for _, form in forms(language))
    assert [form for form, often in times.items() if often > MOST_CONCEPTS] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_end_of_a_form_is_left_open(language: str) -> None:
    misplaced = [form for _, form in forms(language) if "*" in str(form)[:-1]]
    assert misplaced == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stem_is_long_enough_to_mean_something(language: str) -> None:
    stems = [str(form)[:-1].split()[-1:] for _, form in forms(language) if str(form)[-1:] == "*"]
    assert [stem for stem in stems if len("".join(stem)) < SHORTEST_STEM] == []

"""Ideas are found by the words of the message's own language."""

from pathlib import Path

import pytest

from assistant.nlu.concept_lexicon import ConceptLexicon

LEXICON = ConceptLexicon(
    {
        "en": {
            "wage": ["wage*", "salar*"],
            "until_payday": ["until i get paid", "until my wage*"],
            "cannot": ["can't"],
            "einvoice": ["e-invoice"],
        },
        "fi": {"wage": ["palkk*", "palka*"], "day": ["päivä*"]},
    }
)


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("my salary", ["wage"]),
        ("SALARIES and wages", ["wage", "wage"]),
        ("not until i get paid", ["until_payday"]),
        ("until my wages come", ["until_payday", "wage"]),
        ("until my", []),
        ("I cant", ["cannot"]),
        ("I can’t", ["cannot"]),
        ("an e invoice / E-Invoice", ["einvoice", "einvoice"]),
        ("", []),
        ("🙂 !!", []),
    ],
)
def test_a_form_is_found_as_people_write_it(text: str, concepts: list) -> None:
    assert LEXICON.found(text, "en") == concepts


def test_marks_on_letters_make_no_difference() -> None:
    assert LEXICON.found("palkkapaivana, paiva", "fi") == ["wage", "day"]


def test_each_language_has_words_of_its_own() -> None:
    assert LEXICON.found("wage", "fi") == []
    assert LEXICON.found("wage", "xx") == []


def test_every_form_of_the_files_is_found_in_itself() -> None:
    lexicon = ConceptLexicon.read()
    lost = [
        (language, concept, form)
        for language, forms in lexicon.forms.items()
        for concept, written in forms.items()
        for form in written
        if concept not in lexicon.found(form.rstrip("*"), language)
    ]
    assert lexicon.forms
    assert lost == []


def test_files_are_read_by_language(tmp_path: Path) -> None:
    for language, word in (("en", "plan"), ("sv", "avbetalning*")):
        (tmp_path / language).mkdir()
        (tmp_path / language / "plan.yml").write_text(f"plan: [{word}]\n", "utf-8")
    lexicon = ConceptLexicon.read(tmp_path)
    assert lexicon.found("avbetalningsplan", "sv") == ["plan"]


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("not a plan", ["negation", "plan", "not plan"]),
        ("a plan, not", ["plan", "negation"]),
        ("not one two three four plan", ["negation", "plan", "not plan"]),
        ("not one two three four five plan", ["negation", "plan"]),
    ],
)
def test_what_stands_shortly_after_a_negation_is_negated(text: str, concepts: list) -> None:
    lexicon = ConceptLexicon({"en": {"negation": ["not"], "plan": ["plan*"]}})
    assert lexicon.found(text, "en") == concepts

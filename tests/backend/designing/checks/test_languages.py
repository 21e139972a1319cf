"""What is missing in a language."""

from tests.backend.designing.conftest import Broken

SV, FI = "assistant/responses/sv.yml", "assistant/responses/fi.yml"
THIRD = "assistant/responses/nb.yml"


def with_a_third(project: Broken) -> Broken:
    content = (project.folder / SV).read_text("utf-8")
    (project.folder / THIRD).write_text(content.replace("sv_SE", "nb_NO"), "utf-8")
    return project


def test_a_text_that_one_language_lacks_is_missing_there(project: Broken) -> None:
    with_a_third(project).changes(FI, "  greet:\n    - text: Hei taas. Mitä haluat tehdä?\n", "")
    assert project.told() == [(FI, 8, "missing_name")]
    assert "greet" in project.found()[0].says
    assert "nb.yml" in project.found()[0].cure


def test_a_text_that_one_language_alone_has_is_too_much_there(project: Broken) -> None:
    with_a_third(project).adds(FI, "  goodbye:\n    - text: Hei hei.\n")
    assert (FI, 12, "extra_name") in project.told()


def test_a_button_without_a_title_in_a_language_is_found(project: Broken) -> None:
    with_a_third(project).changes(FI, "  ask_balance: Paljonko maksan?\n", "  other: Moi\n")
    assert {"missing_name", "extra_name"} <= project.kinds()


def test_an_intent_that_a_language_lacks_is_found(project: Broken) -> None:
    project.changes("nlu_data/fi/debt.yml", "intent: ask_balance", "intent: ask_balanse")
    assert {"intent_missing", "intent_unknown"} <= project.kinds()


def test_an_intent_in_the_wrong_file_is_found(project: Broken) -> None:
    project.adds("nlu_data/fi/debt.yml", "- intent: greet\n  examples: |\n    - moikka vaan\n")
    assert ("nlu_data/fi/debt.yml", 30, "intent_elsewhere") in project.told()


def test_a_file_that_a_language_lacks_is_found(project: Broken) -> None:
    (project.folder / "nlu_data/fi/debt.yml").unlink()
    assert ("nlu_data/fi/debt.yml", 1, "subject_missing") in project.told()


def test_a_language_without_texts_is_found(project: Broken) -> None:
    (project.folder / FI).unlink()
    assert (FI, 1, "language_without_texts") in project.told()


def test_a_neighbour_that_is_no_intent_is_found(project: Broken) -> None:
    project.changes("nlu_data/contract.yml", "not: [greet]", "not: [great]")
    assert project.told() == [("nlu_data/contract.yml", 4, "neighbour_unknown")]


def test_a_noun_without_one_of_its_plurals_is_found(project: Broken) -> None:
    project.changes(FI, 'one: "{n} erä", ', "")
    assert project.told() == [(FI, 4, "plural_missing")]


def test_a_locale_that_nobody_knows_is_found(project: Broken) -> None:
    assert "locale_unknown" in project.changes(FI, "fi_FI", "xx_XX").kinds()


def test_an_intent_that_analysts_have_no_name_for_is_to_be_looked_at(project: Broken) -> None:
    folder = project.folder / "backend/analytics/texts"
    folder.mkdir(parents=True)
    (project.folder / "backend/analytics/names.py").write_text('NAME = f"{what}_{name}"\n', "utf-8")
    for language in ("sv", "fi"):
        texts = f"language: {language}\nlocale: {language}\ntexts:\n  intent_greet: Hej\n"
        (folder / f"{language}.yml").write_text(texts, "utf-8")
    assert project.told() == [("nlu_data/contract.yml", 4, "intent_without_name")]


def test_a_language_that_a_folder_of_texts_lacks_is_told_of(project: Broken) -> None:
    folder = project.folder / "backend" / "agreements" / "texts"
    folder.mkdir(parents=True)
    (folder / "sv.yml").write_text(
        "language: sv\nlocale: sv_SE\npatterns: {}\ntexts: {}\n", encoding="utf-8"
    )
    assert ("backend/agreements/texts/fi.yml", 1, "language_without_file") in project.told()

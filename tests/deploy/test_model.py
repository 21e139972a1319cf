"""The model is trained when what it learns from has changed, and not when only a file's time has."""

import ast
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INPUTS = ("config.yml", "nlu_data", "stories", "assistant")
MODEL = "models/sovinto.tar.gz"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A working copy with a model that was trained from its files."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in INPUTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name)
        else:
            shutil.copy(source, tmp_path)
    (tmp_path / "models").mkdir()
    (tmp_path / MODEL).touch()
    (tmp_path / "models/.stamp").write_text(learnt(tmp_path))
    return tmp_path


def learnt(copy: Path) -> str:
    """The checksum that make itself finds."""
    told = subprocess.run(
        ["make", "-pn", "help"], cwd=copy, capture_output=True, text=True, check=True
    )
    [line] = [line for line in told.stdout.splitlines() if line.startswith("LEARNT := ")]
    return line.removeprefix("LEARNT := ")


def would_train(copy: Path, *arguments: str) -> bool:
    told = subprocess.run(
        ["make", "-n", MODEL, *arguments], cwd=copy, capture_output=True, text=True, check=True
    )
    return "assistant train" in told.stdout


def test_a_model_of_these_files_is_kept(copy: Path) -> None:
    assert not would_train(copy)


def test_new_times_alone_train_nothing(copy: Path) -> None:
    for name in INPUTS:
        for file in [copy / name, *(copy / name).rglob("*")]:
            os.utime(file)
    assert not would_train(copy)


@pytest.mark.parametrize(
    "file", ["config.yml", "nlu_data/contract.yml", "assistant/nlu/features.py"]
)
def test_what_is_learnt_from_counts(copy: Path, file: str) -> None:
    written = (copy / file).read_text(encoding="utf-8")
    (copy / file).write_text(f"{written}# more\n", encoding="utf-8")
    assert would_train(copy)
    (copy / file).write_text(written, encoding="utf-8")
    assert not would_train(copy)


def test_a_file_that_comes_goes_or_moves_counts(copy: Path) -> None:
    (copy / "stories/rules/new.yml").write_text("rules: []\n", encoding="utf-8")
    assert would_train(copy)


@pytest.mark.parametrize("folder", ["assistant/nlu/lexicon", "assistant/nlu/values"])
def test_words_and_rules_of_values_hold_without_training(copy: Path, folder: str) -> None:
    (copy / folder / "more.yml").write_text("more\n", encoding="utf-8")
    assert not would_train(copy)


def test_without_a_model_or_its_stamp_it_is_trained(copy: Path) -> None:
    (copy / "models/.stamp").unlink()
    assert would_train(copy)
    (copy / "models/.stamp").write_text(learnt(copy))
    (copy / MODEL).unlink()
    assert would_train(copy)


def test_it_can_be_trained_all_the_same(copy: Path) -> None:
    assert would_train(copy, "ALWAYS=yes")


def test_what_learns_knows_nothing_of_what_does_not_count() -> None:
    nlu = ROOT / "assistant" / "nlu"
    for file in (*nlu.glob("*.py"), ROOT / "assistant" / "training_files.py"):
        if file.name == "entities.py":
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        known = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert not any(
            name.startswith(("assistant.nlu.values", "assistant.nlu.entities")) for name in known
        )

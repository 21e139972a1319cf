"""Languages and countries are data: no Python or TypeScript file names one."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = [path.name for path in (ROOT / "nlu_data").iterdir() if path.is_dir()]
COUNTRIES = [path.stem.upper() for path in (ROOT / "backend/plans/jurisdictions").glob("*.yaml")]
QUOTED = re.compile(rf"""(["'])({"|".join(LANGUAGES + COUNTRIES)})\1""")
FOLDERS = ["assistant", "actions", "backend", "deploy", "widgets/chat/src", "widgets/console/src"]
CODE = [
    path
    for folder in FOLDERS
    for ending in ("py", "ts", "tsx")
    for path in (ROOT / folder).rglob(f"*.{ending}")
]


def test_there_is_code_to_look_at() -> None:
    assert len(CODE) > 100


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_language_or_country_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    code = re.sub(r'"""(?:.|\n)*?"""', "", text)  # a docstring may give an example
    named = [match.group() for match in QUOTED.finditer(code)]
    assert named == []

"""Every key is one that its kind of file knows; keys.yml has them."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from backend.designing.finding import Finding, finding
from backend.designing.located import line_of
from backend.designing.project import BUTTONS, CONTRACT, EXAMPLES, RULES, STORIES, Project

_FILE = Path(__file__).parents[1] / "keys.yml"
_ANY = "*"
#: How like a known key an unknown one has to be, from 0 to 1, to be taken for it.
_LIKE = 0.5


def check_keys(project: Project) -> Iterator[Finding]:
    """Keys that are known to nothing that reads the file: slips of the pen, and what is under them."""
    for kind, files in _files(project).items():
        for file in files:
            for key, known in _unknown(project.read(file), _skeletons()[kind]):
                near = get_close_matches(str(key), known, n=1, cutoff=_LIKE)
                yield finding(
                    file.as_posix(),
                    line_of(key),
                    "key_nearly_known" if near else "key_unknown",
                    key=key,
                    near=near[0] if near else "",
                    known=", ".join(known),
                )


def _files(project: Project) -> dict[str, list[Path]]:
    return {
        "rules": project.files(RULES),
        "stories": project.files(STORIES),
        "buttons": [BUTTONS],
        "texts": [file for folder in project.text_folders for file in project.files(folder)],
        "examples": project.files(EXAMPLES, "*/*.yml"),
        "contract": [CONTRACT],
    }


def _unknown(written: Any, skeleton: Any) -> Iterator[tuple[Any, list[str]]]:
    """The keys that the skeleton lacks, each with those that it has there."""
    if isinstance(skeleton, list) and isinstance(written, list):
        for item in written:
            yield from _unknown(item, skeleton[0])
    elif isinstance(skeleton, Mapping) and isinstance(written, dict):
        for key, value in written.items():
            if key in skeleton or _ANY in skeleton:
                yield from _unknown(value, skeleton.get(key, skeleton.get(_ANY)))
            else:
                yield key, list(skeleton)


@cache
def _skeletons() -> Mapping[str, Any]:
    skeletons: Mapping[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return skeletons

"""A file is known by its content."""

import pytest

from backend.attachments.accepted import accepted
from tests.backend.attachments.files import FILES


@pytest.mark.parametrize("kind", FILES)
def test_each_kind_is_known_by_its_first_bytes(kind: str) -> None:
    assert accepted().kind_of(FILES[kind]) == kind


def test_every_kind_that_is_taken_has_a_file_here() -> None:
    assert accepted().kinds.keys() == FILES.keys()


@pytest.mark.parametrize(
    "content",
    [
        b"<html><script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"PK\x03\x04",
        b"MZ\x90\x00",
        b"GIF89a",
        b"RIFF\x1a\x00\x00\x00WAVE",
        b"\x00\x00\x00\x18ftypmp42",
        b"text, and then %PDF-1.7",
        b"\xff\xd8",
    ],
)
def test_anything_else_is_no_file_of_ours(content: bytes) -> None:
    assert accepted().kind_of(content) is None

"""References that are read aloud."""

import re

from backend.handoff.references import new_reference


def test_a_reference_can_be_read_aloud_without_mistakes() -> None:
    for _ in range(200):
        assert re.fullmatch("H-[2-9B-DF-HJKMNPQRTV-XZ]{6}", new_reference())

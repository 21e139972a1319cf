"""What a page is built of. template.typ draws each kind, and knows nothing of plans."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str
    kind: str = "paragraph"


@dataclass(frozen=True)
class Pairs:
    """Labels with their values."""

    rows: Sequence[tuple[str, str]]
    kind: str = "pairs"


@dataclass(frozen=True)
class Table:
    """Columns under a header, with a sum at the foot; the last column holds figures."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    label: str
    sum: str
    kind: str = "table"


@dataclass(frozen=True)
class Quote:
    """Somebody's words, perhaps in another language than the rest."""

    language: str
    texts: Sequence[str]
    kind: str = "quote"


Block = Paragraph | Pairs | Table | Quote


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    blocks: Sequence[Block]

    def as_json(self) -> dict[str, Any]:
        """As template.typ reads it."""
        return asdict(self)

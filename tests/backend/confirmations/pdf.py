"""Reads a PDF back as a screen reader does: by its tags, in their order, with the text of each."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pikepdf


class Read:
    """A PDF: its language, its title, and its tags."""

    def __init__(self, file: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(file))
        self._content = dict(_marked_content(self.pdf))
        self.elements = list(self._walk(self.pdf.Root.StructTreeRoot.K, None))

    @property
    def language(self) -> str:
        return str(self.pdf.Root.Lang)

    @property
    def title(self) -> str:
        with self.pdf.open_metadata() as metadata:
            return str(metadata["dc:title"])

    @property
    def standard(self) -> str:
        with self.pdf.open_metadata() as metadata:
            return f"UA-{metadata['pdfuaid:part']}"

    @property
    def text(self) -> str:
        """All that is read aloud, a space between its pieces."""
        return " ".join(filter(None, (self._own(element) for _, element, _ in self.elements)))

    def text_of_page(self, at: int) -> str:
        """All that stands on a page, the first being 0."""
        page = self.pdf.pages[at].obj.objgen[0]
        return " ".join(text for (where, _), text in self._content.items() if where == page)

    def tagged(self, tag: str) -> list[str]:
        """The text of each element of a tag, with what is inside it."""
        return [self.text_of(element) for name, element, _ in self.elements if name == tag]

    def text_of(self, element: Any) -> str:
        inside = [self._own(element)]
        for _, child, _ in self._walk(element.get("/K", []), element):
            inside.append(self._own(child))
        return "".join(inside).strip()

    def rows(self, table: int) -> list[list[str]]:
        """The cells of a table's rows, the header first."""
        chosen = [element for name, element, _ in self.elements if name == "Table"][table]
        found = []
        for name, row, _ in self._walk(chosen.K, chosen):
            if name == "TR":
                cells = self._walk(row.K, row)
                found.append([self.text_of(it) for kind, it, _ in cells if kind in ("TH", "TD")])
        return found

    def _walk(self, kids: Any, parent: Any) -> Iterator[tuple[str, Any, Any]]:
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield str(kid.S).removeprefix("/"), kid, parent
                if "/K" in kid:
                    yield from self._walk(kid.K, kid)

    def _own(self, element: Any) -> str:
        kids = element.get("/K", [])
        texts = []
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
                page, number = kid.get("/Pg", element.get("/Pg")), int(kid.MCID)
            elif isinstance(kid, int):
                page, number = element.Pg, kid
            else:
                continue
            texts.append(self._content[page.objgen[0], number])
        return "".join(texts)


def _marked_content(pdf: pikepdf.Pdf) -> Iterator[tuple[tuple[int, int], str]]:
    """The text of each piece that a tag may point to, by page and number."""
    pages: Any = pdf.pages
    for page in pages:
        fonts = {name: _letters(font) for name, font in page.Resources.Font.items()}
        for number, text in _pieces(page, fonts).items():
            yield (page.objgen[0], number), text


def _pieces(page: Any, fonts: dict[str, dict[int, str]]) -> dict[int, str]:
    written: dict[int, str] = defaultdict(str)
    #: For each mark that is open: the piece that it is in, and what is to be read instead of it.
    marks: list[tuple[int | None, Any]] = [(None, None)]
    letters: dict[int, str] = {}
    stream: Any = pikepdf.parse_content_stream(page)
    for operands, operator in stream:
        number, instead = marks[-1]
        match str(operator):
            case "BDC":
                given: Any = operands[1]
                number = int(given.get("/MCID", -1 if number is None else number))
                instead = given.get("/ActualText")
                marks.append((number, instead))
                written[number] += str(instead or "")
            case "BMC":
                marks.append(marks[-1])
            case "EMC":
                marks.pop()
            case "Tf":
                letters = fonts[str(operands[0])]
            case "TJ" | "Tj" if number is not None and instead is None:
                strings: Any = operands[0] if str(operator) == "TJ" else operands
                codes = [bytes(it) for it in strings if isinstance(it, pikepdf.String)]
                written[number] += "".join(_decode(it, letters) for it in codes)
    return written


def _decode(codes: bytes, letters: dict[int, str]) -> str:
    return "".join(
        letters[int.from_bytes(codes[at : at + 2], "big")] for at in range(0, len(codes), 2)
    )


def _letters(font: Any) -> dict[int, str]:
    """What each code of a font stands for, as its ToUnicode map says."""
    written = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"<([0-9A-Fa-f]{4})>\s+<([0-9A-Fa-f]+)>\s*\n", written)
    found = {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
    assert found, written
    return found

"""A QR code as rows of modules, without any image format: whoever shows it draws it."""

import segno


def qr_rows(payload: str) -> tuple[str, ...]:
    """The symbol's rows from the top, "1" for a dark module; the quiet zone is not among them.

    UTF-8, with error correction M, as EPC069-12 asks; other readers take it as well.
    """
    symbol = segno.make(payload, error="m", boost_error=False, micro=False, encoding="utf-8")
    return tuple("".join(map(str, row)) for row in symbol.matrix)

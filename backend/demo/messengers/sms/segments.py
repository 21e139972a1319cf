"""How many SMS a text takes: 160 characters of GSM 03.38 each, or 70 of UCS-2; less when split."""

_BASIC = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_TAKES_TWO = set("^{}\\[~]|€\f")


def segments(text: str) -> int:
    """At least one."""
    if set(text) <= _BASIC | _TAKES_TWO:
        length = len(text) + sum(letter in _TAKES_TWO for letter in text)
        single, part = 160, 153
    else:
        length = len(text.encode("utf-16-le")) // 2
        single, part = 70, 67
    return 1 if length <= single else -(-length // part)

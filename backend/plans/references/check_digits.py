"""Payment references with check digits, by the name of a scheme in a jurisdiction's data.

python-stdnum has Luhn and ISO 7064. The mod 11 of a KID and the Finnish 7-3-1 are computed here, for
it has neither (its `no.kontonr` is for accounts of eleven digits).
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle

from stdnum import luhn
from stdnum.iso7064 import mod_97_10


@dataclass(frozen=True)
class _Scheme:
    complete: Callable[[str], str]
    longest_base: int
    shortest_base: int = 1
    letters: bool = False


def _with_luhn(base: str) -> str:
    return base + str(luhn.calc_check_digit(base))


def _with_length_and_luhn(base: str) -> str:
    return _with_luhn(base + str((len(base) + 2) % 10))


def _with_mod11(base: str) -> str:
    remainder = _weighted(base, (2, 3, 4, 5, 6, 7)) % 11
    check = (11 - remainder) % 11
    return base + ("-" if check == 10 else str(check))


def _with_731(base: str) -> str:
    return base + str(-_weighted(base, (7, 3, 1)) % 10)


def _with_731_as_creditor_reference(base: str) -> str:
    return _creditor_reference(_with_731(base))


def _creditor_reference(base: str) -> str:
    # ISO 11649. The check digits are those of the base with "RF" at its end.
    return f"RF{mod_97_10.calc_check_digits(base.upper() + 'RF')}{base.upper()}"


def _weighted(base: str, weights: tuple[int, ...]) -> int:
    digits = reversed([int(digit) for digit in base])
    return sum(digit * weight for digit, weight in zip(digits, cycle(weights), strict=False))


_SCHEMES = {
    "plain": _Scheme(lambda base: base, longest_base=25),
    "luhn": _Scheme(_with_luhn, longest_base=24),
    "luhn_with_length": _Scheme(_with_length_and_luhn, longest_base=23),
    "mod11": _Scheme(_with_mod11, longest_base=24),
    "fik71": _Scheme(lambda base: _with_luhn(base.zfill(14)), longest_base=14),
    "fik75": _Scheme(lambda base: _with_luhn(base.zfill(15)), longest_base=15),
    "viitenumero": _Scheme(_with_731, longest_base=19, shortest_base=3),
    "viitenumero_rf": _Scheme(_with_731_as_creditor_reference, longest_base=19, shortest_base=3),
    "rf": _Scheme(_creditor_reference, longest_base=21, letters=True),
}

REFERENCE_SCHEMES = frozenset(_SCHEMES)
"""The names that a jurisdiction's `payment_reference.scheme` may have."""


def payment_reference(scheme: str, base: str) -> str:
    """The reference of `base` (digits; for "rf" letters too) with its check digits.

    Raises ValueError for a scheme that is not known or a base that it cannot take.
    """
    if scheme not in _SCHEMES:
        raise ValueError(f"no scheme {scheme!r}; known are {', '.join(sorted(_SCHEMES))}")
    rules = _SCHEMES[scheme]
    fits = base.isascii() and (base.isalnum() if rules.letters else base.isdigit())
    if not fits or not rules.shortest_base <= len(base) <= rules.longest_base:
        characters = "letters and digits" if rules.letters else "digits"
        lengths = f"{rules.shortest_base}-{rules.longest_base}"
        raise ValueError(f"{scheme} takes {lengths} {characters}, not {base!r}")
    return rules.complete(base)


def is_payment_reference(scheme: str, reference: str) -> bool:
    """Whether the check digits of `reference` (spaces do not matter) are those of `scheme`.

    Raises ValueError for a scheme that is not known.
    """
    written = "".join(reference.split()).upper()
    try:
        return payment_reference(scheme, _base(scheme, written)) == written
    except ValueError:
        if scheme not in _SCHEMES:
            raise
        return False


def _base(scheme: str, reference: str) -> str:
    match scheme:
        case "plain":
            return reference
        case "rf":
            return reference[4:]
        case "viitenumero_rf":
            return reference[4:-1]
        case "luhn_with_length":
            return reference[:-2]
        case _:
            return reference[:-1]

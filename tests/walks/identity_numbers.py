"""National identity numbers that are valid and nobody's, made when they are needed.

None stands in a file: whoever reads the repository for such numbers finds none.
"""

from collections.abc import Iterator

from stdnum.dk import cpr
from stdnum.fi import hetu
from stdnum.is_ import kennitala
from stdnum.no import fodselsnummer
from stdnum.se import personnummer

SIGNS = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def identity_number(country: str) -> str:
    """A number as people of the country write it, another one each time."""
    return next(_MADE[country])


def _with_serial(born: str, digits: int) -> Iterator[str]:
    return (f"{born}{serial:0{digits}}" for serial in range(10**digits))


def _with_sign(born: str) -> Iterator[str]:
    return (f"{born}{serial:03}{sign}" for serial in range(500, 900) for sign in SIGNS)


def _is_danish(number: str) -> bool:
    # The check digit is no duty any more; without it and without a dash it is a number like any.
    return bool(cpr.is_valid(number) and cpr.checksum(cpr.compact(number)) == 0)


#: By country: what may be one, with the date of birth first, kept if the country's rules accept it.
_MADE: dict[str, Iterator[str]] = {
    "SE": filter(personnummer.is_valid, _with_serial("790314-", 4)),
    "NO": filter(fodselsnummer.is_valid, _with_serial("140379", 5)),
    "DK": filter(_is_danish, _with_serial("140379-", 4)),
    "FI": filter(hetu.is_valid, _with_sign("140379-")),
    "IS": filter(kennitala.is_valid, _with_serial("140379-", 4)),
}

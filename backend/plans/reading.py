"""Reading data files: what a file says becomes a checked value, or an error that names the key."""

from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError


class DataError(ValueError):
    """A data file says something that cannot be meant; the text names each key that is wrong."""


class DataModel(BaseModel):
    """What every section of a data file has in common: it is a value, and has no unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=BaseModel)


def read(model: type[Model], data: object, *, name: str, minor_digits: int) -> Model:
    """`data` (as YAML gives it) as a `model`; `name` begins each line of an error.

    `minor_digits` is the number of decimals of the currency in which the amounts are written.
    Raises DataError.
    """
    try:
        return model.model_validate(data, context={"minor_digits": minor_digits})
    except ValidationError as error:
        raise DataError("\n".join(_lines(error, name))) from error


def _lines(error: ValidationError, name: str) -> list[str]:
    return [
        f"{name}{_path(found['loc'])}: "
        + ("unknown key" if found["type"] == "extra_forbidden" else found["msg"])
        for found in error.errors(include_url=False)
    ]


def _path(location: tuple[int | str, ...]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)

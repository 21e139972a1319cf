"""Which keys a section of a data file may have, from the model that it is read as."""

from types import NoneType
from typing import Any, get_args, get_origin

from pydantic import BaseModel, RootModel

from backend.clients.written import Location, Step


def keys_at(kind: Any, location: Location) -> list[str]:
    """The keys that are known at `location` of a file read as `kind`; none where all are free."""
    for step in location:
        kind = _inside(kind, step)
    model = _model_in(kind)
    return [] if model is None else [_written(model, name) for name in model.model_fields]


def _inside(kind: Any, step: Step) -> Any:
    """The type of what stands under `step`, or None."""
    if isinstance(kind, type) and issubclass(kind, RootModel):
        return _inside(kind.model_fields["root"].annotation, step)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        name = next((name for name in kind.model_fields if step == _written(kind, name)), None)
        return None if name is None else kind.model_fields[name].annotation
    if get_origin(kind) is dict:
        return get_args(kind)[1]
    if get_origin(kind) in (tuple, list):
        return get_args(kind)[0]
    inner = (_inside(part, step) for part in _parts(kind))
    return next((found for found in inner if found is not None), None)


def _model_in(kind: Any) -> type[BaseModel] | None:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    if get_origin(kind) in (dict, tuple, list):
        return None
    inner = (_model_in(part) for part in _parts(kind))
    return next((found for found in inner if found is not None), None)


def _parts(kind: Any) -> list[Any]:
    """The alternatives of a union, and what an annotated type is about."""
    return [part for part in get_args(kind) if part is not NoneType]


def _written(model: type[BaseModel], name: str) -> str:
    return model.model_fields[name].alias or name

"""Keeps TensorFlow out of the process.

Rasa imports it whatever the pipeline, which costs 330 MB of memory and half of the cold start,
though no component of ours uses it. An inert package of that name satisfies the imports.
"""

import sys
from abc import ABCMeta
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, Optional

LEFT_OUT = {"keras", "tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text"}


class _InertMeta(ABCMeta):
    """Any attribute of an inert class is one more inert class, so `tf.keras.layers.Layer` exists."""

    def __getattr__(cls, name: str) -> Any:
        if _is_pythons_own(name):
            raise AttributeError(name)
        return _inert(name)

    def __getitem__(cls, item: Any) -> Any:
        return cls


class _Inert(metaclass=_InertMeta):
    """Can be inherited from, named in annotations and used as a decorator, and does nothing."""

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        decorates = len(args) == 1 and not kwargs and callable(args[0])
        return args[0] if decorates else super().__new__(cls)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Takes whatever the real class would."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return args[0] if args else self


def _is_pythons_own(name: str) -> bool:
    """Names that Python asks for by itself; `tf.__internal__` is TensorFlow's own."""
    return name.startswith("__") and name != "__internal__"


def _inert(name: str) -> Any:
    return _InertMeta(name, (_Inert,), {})


class _InertModule(ModuleType):
    __path__: list = []

    def __getattr__(self, name: str) -> Any:
        if _is_pythons_own(name):
            raise AttributeError(name)
        return _inert(name)


class _InertFinder(MetaPathFinder, Loader):
    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Optional[ModuleSpec]:
        wanted = fullname.split(".")[0] in LEFT_OUT
        return ModuleSpec(fullname, self, is_package=True) if wanted else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _InertModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run: the module makes its attributes when they are asked for."""


def leave_out() -> None:
    """Puts the inert package in the way of each later import of TensorFlow."""
    if not any(isinstance(finder, _InertFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _InertFinder())

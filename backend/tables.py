"""Knows every package that has tables, for migrations and tests."""

from importlib import import_module
from pathlib import Path

PACKAGES = Path(__file__).parent


def import_all_tables() -> None:
    """Imports each package's models, so that Base.metadata is complete."""
    for models in sorted(PACKAGES.glob("*/models.py")):
        import_module(f"backend.{models.parent.name}.models")

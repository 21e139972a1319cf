"""The whole product, started once for all written conversations."""

from tests.walks.conftest import cases, http, stack

__all__ = ["cases", "http", "stack"]

"""The product with the messengers' doubles, on a port of its own."""

from tests.backend.channels.fixtures import house, product, rasa, shared  # noqa: F401

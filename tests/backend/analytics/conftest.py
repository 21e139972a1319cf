"""A log that tests write in, and readers of its figures."""

from tests.backend.analytics.readers import analyst, lind_reader, readers, stranger  # noqa: F401
from tests.backend.conversations.fixtures import app, house, http, rasa, shared  # noqa: F401
from tests.backend.staff.agents import password_hash  # noqa: F401

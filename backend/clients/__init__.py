"""The clients: creditors whose claims are collected, each a data file with brand, hours and rules.

Adding a client is adding a file; nothing here names one.
"""

from backend.clients.book import ClientBook
from backend.clients.profile import Client

__all__ = ["Client", "ClientBook"]

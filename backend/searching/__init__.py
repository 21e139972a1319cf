"""Searching the conversations that an agent may see, and what the same debtor said before."""

"""Handing a conversation to a person: why, how urgent, by when, and what is read first."""

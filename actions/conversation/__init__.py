"""Moves of the conversation itself."""

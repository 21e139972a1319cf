"""Telegram's Bot API, and the updates that it posts."""

"""Conversations: what was said, whose turn it is, and the way to the assistant and back."""

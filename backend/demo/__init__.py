"""The demonstration: made-up people and cases, and the pages on which to try the assistant.

Nothing here runs in production.
"""

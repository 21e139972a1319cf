"""The case backend: all that faces people, and the case API."""

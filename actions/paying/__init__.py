"""Paying later, and having paid already."""

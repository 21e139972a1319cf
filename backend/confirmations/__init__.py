"""The written confirmation of an agreed plan: a PDF that can be kept, and read aloud by a screen reader.

It says what was agreed and nothing that happened since, so the same plan has the same bytes years
later. What it looks like is template.typ, what it says is texts/<language>.yml.
"""

"""Retention: each kind of data is kept for its time and then removed; periods.yaml has the times."""

"""Cases: what is owed, by whom and why, and what stops or puts off its collection.

The reference implementation of the case API: an agency's own case system may take its place.
"""

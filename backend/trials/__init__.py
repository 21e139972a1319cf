"""Trying a client's rules on the wishes of the past, before they go live. Nothing is changed."""

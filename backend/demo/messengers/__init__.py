"""Doubles of the messengers that people write from: they speak the real wire format both ways.

Each keeps in memory what its phones show, takes what the product sends as the messenger's own API
would, and posts to the product's webhook, signed, what a person does on a phone. They live in one
process and are gone when it ends.
"""

"""The messages that the assistant did not understand, and what a designer decides about them."""

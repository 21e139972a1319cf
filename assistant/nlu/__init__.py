"""Understanding a message: its language, the values in it, and what the person wants."""

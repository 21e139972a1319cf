"""The values that messages hold, language by language."""

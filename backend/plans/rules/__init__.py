"""What a client allows, as data with dates."""

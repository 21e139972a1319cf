"""A second line beside the intent classifier: whether somebody's life may be in danger."""

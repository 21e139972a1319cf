"""When something is wrong: the person is met first, then the case."""

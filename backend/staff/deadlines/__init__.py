"""What was promised and by when people are to be done: what is late, what is next, what was met."""

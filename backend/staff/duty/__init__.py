"""Being at work: what somebody sets for themselves, and what supervisors see of it."""

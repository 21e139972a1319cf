"""What is owed on any day: the ledger, the interest, and where each payment went."""

"""Internal notes: what staff write down for each other, and never a debtor or the assistant."""

"""Canned replies: lines that agents pick, in the debtor's language, with the case's values in them."""

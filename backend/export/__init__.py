"""A copy for a debtor of all that is kept about them: what is asked with "which data do you have?"."""

"""The one gentle line to a debtor in web chat who has gone quiet while a question waits."""

"""Walks through the whole running product, over HTTP, as a debtor and as an agent."""

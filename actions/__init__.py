"""Custom actions: they ask the case API and turn its answers into dialogue."""

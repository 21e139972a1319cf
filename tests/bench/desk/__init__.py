"""The desk under load: many consoles with their live lines, and many who wait."""

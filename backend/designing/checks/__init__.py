"""One subject of checking a file; each gives its findings for a project."""

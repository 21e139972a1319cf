"""The index of what staff may find: one table, kept by the database itself with each write."""

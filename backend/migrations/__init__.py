"""The history of the tables; `make migration name="..."` writes the next step."""

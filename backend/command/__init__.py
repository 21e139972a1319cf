"""The product's own command line, `./sovinto <command>`: one file a command."""

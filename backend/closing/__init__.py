"""What is left to do when a conversation with a person ends: how it ended, and what was done."""

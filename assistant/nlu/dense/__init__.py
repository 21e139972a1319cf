"""What a pretrained encoder takes a message to mean, as one more block: optional, off as shipped."""

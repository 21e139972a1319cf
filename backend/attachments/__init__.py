"""Files that a debtor sends in the chat, such as the receipt of a payment."""

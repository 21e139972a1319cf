"""What an agent does with a press in a conversation: payment details, and the rests of a case."""

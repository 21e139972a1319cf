"""What runs inside Rasa: understanding, the channel, the tracker store and the texts."""

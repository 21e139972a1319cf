"""Messaging apps: what people write there becomes a conversation, and what is said goes out there.

One folder a channel, of one shape: verifying, reading, rendering, sending. The rest is the same for
all of them. A message is stored before it is answered; the conversation itself is the outbox.
"""

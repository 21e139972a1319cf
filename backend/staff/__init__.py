"""The agents' side: signing in, the queue, and talking in a conversation that was taken."""

"""WhatsApp's Cloud API, and the webhooks that it posts."""

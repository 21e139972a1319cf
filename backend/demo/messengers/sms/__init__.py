"""Twilio's Message resource, and the requests that it posts to webhooks."""

"""SMS, over Twilio."""

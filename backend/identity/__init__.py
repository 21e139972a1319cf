"""Who somebody is: payment-page tokens, access to a conversation, the service token."""

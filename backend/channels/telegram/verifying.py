"""Telegram repeats the secret that was given to setWebhook; each client's bot has its own."""

from backend.channels.comparing import same
from backend.channels.incoming import SecretOf, Webhook

HEADER = "x-telegram-bot-api-secret-token"


def verify(webhook: Webhook, secret: SecretOf) -> bool:
    """Whether it comes from the bot whose secret it is."""
    return same(webhook.headers.get(HEADER, ""), secret("secret"))

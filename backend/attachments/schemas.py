"""What goes out of the routes of files."""

from backend.attachments.models import Attachment
from backend.conversations.schemas import Answers, MessageOut


class Received(Answers):
    """The message that shows the file, and what was said to it."""

    message: MessageOut


def card_of(attachment: Attachment) -> dict[str, str | int]:
    """How the file stands in the conversation; `size` in bytes."""
    return {
        "type": "attachment",
        "id": attachment.id,
        "kind": attachment.kind,
        "size": attachment.size,
    }

"""A Telegram update: https://core.telegram.org/bots/api#update."""

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from backend.channels.incoming import Ignored, Incoming, Received, Unreadable

#: The only chats in which nobody else reads along.
_PRIVATE = "private"
_START = "/start"
_NO_TEXT = {
    *("animation", "audio", "contact", "dice", "document", "location", "paid_media", "photo"),
    *("poll", "sticker", "story", "venue", "video", "video_note", "voice"),
}


class User(BaseModel):
    """Who wrote, with the language of their app."""

    id: int
    language_code: str | None = None


class Chat(BaseModel):
    """Where it was written."""

    id: int
    type: str


class InlineButton(BaseModel):
    """A button that we had sent."""

    text: str
    callback_data: str | None = None


class Keyboard(BaseModel):
    """The buttons under a message of ours."""

    inline_keyboard: list[list[InlineButton]] = []


class Message(BaseModel):
    """Something that was written; its other keys name what it is when it is no text."""

    model_config = ConfigDict(extra="allow")

    chat: Chat
    sender: User | None = Field(None, alias="from")
    text: str | None = None
    reply_markup: Keyboard | None = None


class CallbackQuery(BaseModel):
    """A button that was pressed. The message may be too old to be in it."""

    id: str
    sender: User = Field(alias="from")
    message: Message | None = None
    data: str | None = None


class Update(BaseModel):
    """One update. Of all its kinds we take two; the others have a key that is not known here."""

    update_id: int
    message: Message | None = None
    callback_query: CallbackQuery | None = None


def read(body: bytes) -> Received:
    """What the update brings. Raises Unreadable."""
    try:
        update = Update.model_validate_json(body)
    except ValidationError as error:
        raise Unreadable from error
    if update.callback_query is not None:
        return _pressed(update.update_id, update.callback_query)
    if update.message is not None:
        return _written(update.update_id, update.message)
    return Received(ignored=[Ignored("unknown-kind")])


def _written(update: int, message: Message) -> Received:
    if message.chat.type != _PRIVATE:
        return Received(ignored=[Ignored("group")])
    address, language = str(message.chat.id), _language(message.sender)
    if message.text is not None:
        command = message.text.split(maxsplit=1)[:1] == [_START]
        if command:
            return _one(Incoming(str(update), address, "start", language=language))
        text = message.text.lstrip("/")
        return _one(Incoming(str(update), address, "text", text=text, language=language))
    if _NO_TEXT & set(message.model_extra or {}):
        return _one(Incoming(str(update), address, "unsupported", language=language))
    return Received(ignored=[Ignored("unknown-kind")])


def _pressed(update: int, query: CallbackQuery) -> Received:
    if query.data is None:
        return Received(ignored=[Ignored("unknown-kind")])
    if query.message is not None and query.message.chat.type != _PRIVATE:
        return Received(ignored=[Ignored("group")])
    # A private chat has the number of the person in it.
    return _one(
        Incoming(
            str(update),
            str(query.sender.id),
            "choice",
            text=_title(query.message, query.data),
            payload=query.data,
            language=_language(query.sender),
            callback=query.id,
        )
    )


def _title(message: Message | None, data: str) -> str:
    keyboard = message.reply_markup if message else None
    rows = keyboard.inline_keyboard if keyboard else []
    titles = (button.text for row in rows for button in row if button.callback_data == data)
    return next(titles, "")


def _language(user: User | None) -> str | None:
    return user.language_code if user else None


def _one(incoming: Incoming) -> Received:
    return Received(messages=[incoming])

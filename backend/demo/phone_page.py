"""A phone on which a client's messengers can be tried by hand."""

from urllib.parse import urlencode

from babel import Locale

from backend.clients import Client
from backend.demo.messengers.attachments import attachments
from backend.demo.messengers.line import CHANNELS
from backend.demo.templates import Html, join, render
from backend.demo.wording import Words
from backend.problems import not_found

#: Words that the page's script needs.
_SCRIPT_WORDS = (
    *("failed", "edited", "opens", "menu_close", "not_taken", "lost"),
    *("picture", "voice", "sticker", "location"),
)
#: Which setting of the client's file people know the client by.
_ADDRESSES = {"telegram": "bot", "sms": "number", "whatsapp": "number"}


def phone_page(client: Client, language: str) -> Html:
    """The page; its script takes a phone into use. Problem 404 for a client without messengers."""
    words = Words(language, client)
    channels = [name for name in CHANNELS if client.channels.messenger(name)]
    if not channels:
        raise not_found("phone")
    return render(
        "phone.html",
        client=client.id,
        client_name=client.name,
        language=language,
        languages_label=words("languages"),
        languages=join([_language(client, code, language) for code in client.languages]),
        heading=words("phone_heading"),
        lead=words("phone_lead"),
        you=words("phone_you"),
        new=words("phone_new"),
        block=words("phone_block"),
        unblock=words("phone_unblock"),
        screen=words("phone_screen"),
        channels_label=words("phone_channels"),
        channels=join([_channel(client, name, words, name == channels[0]) for name in channels]),
        empty=words("phone_empty"),
        start=words("phone_start"),
        write=words("phone_write"),
        send=words("phone_send"),
        more=words("phone_more"),
        made_up=words("made_up"),
        words=join([_word(name, words) for name in _SCRIPT_WORDS]),
    )


def _language(client: Client, code: str, chosen: str) -> Html:
    return render(
        "language.html",
        address=f"/demo/phone/{client.id}?{urlencode({'language': code})}",
        code=code,
        current=Html(' aria-current="true"' if code == chosen else ""),
        name=str(Locale(code).get_language_name(code)),
    )


def _channel(client: Client, name: str, words: Words, first: bool) -> Html:
    address = str(getattr(client.channels.messenger(name), _ADDRESSES[name]))
    return render(
        "phone_channel.html",
        channel=name,
        name=words("phone_channel", channel=name),
        address=f"@{address}" if _ADDRESSES[name] == "bot" else address,
        attachments=" ".join(attachments(name)),
        checked=Html(" checked" if first else ""),
    )


def _word(name: str, words: Words) -> Html:
    return render("phone_word.html", name=name, text=words("phone_word", word=name))

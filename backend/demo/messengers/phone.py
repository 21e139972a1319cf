"""A made-up person's phone: what they do on it is shown there and posted to the product."""

from dataclasses import dataclass

from backend.demo.messengers.attachments import attachments
from backend.demo.messengers.chat import Chat, Choice, Shown
from backend.demo.messengers.line import Line
from backend.demo.messengers.messengers import Messengers
from backend.demo.messengers.person import Person
from backend.demo.messengers.sms import requests as sms
from backend.demo.messengers.sms.segments import segments
from backend.demo.messengers.telegram.updates import Updates
from backend.demo.messengers.whatsapp import webhooks as whatsapp
from backend.problems import Problem, not_found


@dataclass(frozen=True)
class Phone:
    """One person with one messenger open. `language` is that of the phone."""

    line: Line
    state: Messengers
    person: Person
    language: str

    @property
    def channel(self) -> str:
        """The messenger that is open."""
        return self.line.channel

    @property
    def chat(self) -> Chat:
        """The chat with the client."""
        address = self.person.address(self.channel)
        return self.state.chat(self.channel, self.line.client.id, address)

    async def write(self, text: str) -> None:
        """Sends a text. Problem 502 when the product does not take it, here and below."""
        id = self._id()
        count = segments(text) if self.channel == "sms" else None
        await self.chat.show(id, text, mine=True, segments=count)
        match self.channel:
            case "telegram":
                status = await self._telegram.text(id, text)
            case "sms":
                status = await self._sms.text(id, text)
            case _:
                status = await self._whatsapp.text(id, text)
        await self._must_be_taken(id, status)

    async def press(self, message: str, choice: str) -> None:
        """Presses a button, or chooses from a list. Problem 404 when it is not there (any more)."""
        shown, chosen = self._offered(message, choice)
        if self.channel == "telegram":
            status = await self._telegram.press(shown, choice)
            await self._must_be_taken(message, status)
            return
        id, menu = self._id(), shown.menu is not None
        await self.chat.show(id, chosen.title, mine=True)
        status = await self._whatsapp.press(id, message, chosen.title, choice, menu)
        await self._must_be_taken(id, status)

    async def attach(self, kind: str) -> None:
        """Sends something that is no text. Problem 404 when this messenger has no such thing."""
        content = attachments(self.channel).get(kind)
        if content is None:
            raise not_found("attachment")
        id = self._id("MM")
        await self.chat.show(id, "", mine=True, kind=kind)
        match self.channel:
            case "telegram":
                status = await self._telegram.attach(id, content)
            case "sms":
                status = await self._sms.attach(id, content)
            case _:
                ((name, value),) = content.items()
                status = await self._whatsapp.attach(id, name, value)
        await self._must_be_taken(id, status)

    async def edit(self, message: str, text: str) -> None:
        """Changes a message that was sent; only Telegram tells the other side of it."""
        shown = self.chat.find(message)
        if self.channel != "telegram" or shown is None or not shown.mine:
            raise not_found("message")
        await self.chat.change(message, text=text, edited=True)
        await self._must_be_taken(message, await self._telegram.edit(message, text))

    async def block(self, blocked: bool) -> None:
        """Blocks the client, or lets it write again; WhatsApp and SMS do not tell the client."""
        await self.chat.stop(blocked)
        if self.channel == "telegram":
            await self._telegram.block(blocked)

    async def read(self) -> None:
        """The person has seen all; only WhatsApp tells so."""
        if self.channel != "whatsapp":
            return
        for shown in self.chat.since(0):
            if not shown.mine and shown.status != "read":
                await self.chat.change(shown.id, status="read")
                await whatsapp.report(self.line, shown.id, self.person.wa_id, "read")

    def _offered(self, message: str, choice: str) -> tuple[Shown, Choice]:
        shown = self.chat.find(message)
        if shown is not None:
            for offered in (offered for row in shown.rows for offered in row):
                if offered.id == choice:
                    return shown, offered
        raise not_found("button")

    async def _must_be_taken(self, id: str, status: int) -> None:
        if status != 200:
            await self.chat.change(id, status="failed")
            said = f"The product did not take it: it answered {status or 'nothing'}."
            raise Problem(502, "not-taken", said)

    def _id(self, kind: str = "SM") -> str:
        if self.channel == "sms":
            return sms.sid(kind)
        number = next(self.state.ids)
        return str(number) if self.channel == "telegram" else whatsapp.wamid(number)

    @property
    def _telegram(self) -> Updates:
        return Updates(self.line, self.state, self.person, self.language)

    @property
    def _sms(self) -> sms.Requests:
        return sms.Requests(self.line, self.state, self.person)

    @property
    def _whatsapp(self) -> whatsapp.Webhooks:
        return whatsapp.Webhooks(self.line, self.person)

"""The canned replies of a conversation: the client's own, then the house's."""

from collections.abc import Iterator
from dataclasses import dataclass

from backend.audit import Actor, Subject, write_down
from backend.clients import Client
from backend.replies.filling import fill_in, wording_of
from backend.replies.house import house_replies, reply_texts, reply_titles
from backend.replies.schemas import Replies, ReplyOut
from backend.replies.values import Values, values_of
from backend.services import Services
from backend.staff.detail import staff_conversation
from backend.staff.models import StaffUser


async def list_replies(house: Services, user: StaffUser, conversation: str) -> Replies:
    """The replies filled in with the case as it is now. Raises the problem not-found.

    They tell what is owed, so that they were read is written down.
    """
    async with house.database.transaction() as session:
        found = await staff_conversation(session, house, user, conversation)
        client = house.clients.get(found.client)
        language = client.language(found.language)
        today = house.clock.today(client.zone)
        values = await values_of(session, user, found, client, language, today)
        if found.case_reference is not None:
            about = Subject("case", found.case_reference)
            write_down(session, "case.read", Actor.staff(user.id), about, client=client.id)
    writer = _Writer(client, language, user.language, values, found.case_reference is not None)
    items = [reply for reply in (*writer.own(), *writer.of_the_house()) if reply is not None]
    return Replies(language=language, items=items)


#: The value that only somebody who is yet to identify has.
_OF_A_STRANGER = "eid"


@dataclass(frozen=True)
class _Writer:
    client: Client
    language: str
    readers: str
    values: Values
    identified: bool

    def own(self) -> Iterator[ReplyOut | None]:
        """What the client's file has in this language."""
        for name, reply in self.client.replies.items():
            if reply is not None and self.language in reply.text:
                titles = reply.title
                title = titles.get(self.readers) or titles.get(self.client.home_language)
                yield self._reply(name, title or self._title(name), reply.text[self.language], True)

    def of_the_house(self) -> Iterator[ReplyOut | None]:
        """What the client has not left out or written anew."""
        catalogue = reply_texts()[self.language]
        for name in house_replies():
            own = self.client.replies.get(name)
            left_out = name in self.client.replies and own is None
            if not left_out and (own is None or self.language not in own.text):
                wording = wording_of(catalogue, name, self.values)
                yield self._reply(name, self._title(name), wording, False)

    def _reply(self, name: str, title: str, wording: str, own: bool) -> ReplyOut | None:
        """None for what only a stranger is asked: nobody is asked to identify twice."""
        formatter = reply_texts()[self.language].formatter(self.client.country)
        filled = fill_in(wording, self.values, formatter)
        if self.identified and _OF_A_STRANGER in filled.missing:
            return None
        missing = dict.fromkeys(self._title(f"value_{value}") for value in filled.missing)
        return ReplyOut(name=name, title=title, text=filled.text, missing=list(missing), own=own)

    def _title(self, name: str) -> str:
        return reply_titles()[self.readers].write(name, {})

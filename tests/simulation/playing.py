"""Plays one conversation over HTTP: the debtor reads, thinks and writes until it is over."""

from random import Random

import httpx

from tests.simulation.debtor import Debtor
from tests.simulation.own_cases import OwnCase
from tests.simulation.played import Played, Said, Turn
from tests.simulation.seen import Seen
from tests.simulation.titles import meaning
from tests.simulation.truth import Truth
from tests.simulation.writing import Letter
from tests.simulation.written import Kind, Language, languages, simulation
from tests.walks.chat import Chat, open_chat

#: The move of a debtor who wants to pay later, and the button that lets the case wait.
_WAIT = "deferral"
_LETS_WAIT = "accept_deferral"


class Play:
    """One conversation: the kind of debtor, the language, the client and the case."""

    def __init__(self, number: int, kind: Kind, language: str, client: str, seed: str) -> None:
        self.number = number
        self.kind = kind
        self.language = language
        self.client = client
        self.dice = Random(f"{seed}-{number}")

    def run(self, http: httpx.Client, truth: Truth, own: OwnCase) -> Played:
        """Talks to the end. What breaks is written into what was played, never raised."""
        played = Played(
            self.number,
            self.kind.name,
            self.language,
            self.client,
            own.reference,
            self.kind.identified,
            digits=own.digits,
            debtor_name=own.debtor_name,
        )
        try:
            played.before = truth.of(own.reference)
            self._talk(http, truth, played, self._debtor(http, own, played))
            played.after |= truth.of(own.reference)
            if _WAIT in played.spoke_of:
                self._ask_of_later(truth, played)
        except (httpx.HTTPError, AssertionError) as broken:
            played.failed = f"{type(broken).__name__}: {broken}"
        return played

    def _debtor(self, http: httpx.Client, own: OwnCase, played: Played) -> Debtor:
        owed = played.before["case"]["balance"]
        letter = Letter(owed["total"], owed["currency"], own.digits, own.reference)
        return Debtor(self.kind, self._spoken(http), letter, self.dice)

    def _spoken(self, http: httpx.Client) -> list[Language]:
        """The language first, then the others that the client's page speaks."""
        page = http.get(f"/api/chat/clients/{self.client}", params={"language": self.language})
        others = page.raise_for_status().json()["languages"]
        return [languages()[one] for one in dict.fromkeys([self.language, *others])]

    def _talk(self, http: httpx.Client, truth: Truth, played: Played, debtor: Debtor) -> None:
        self._one_sitting(http, truth, played, debtor)
        if self.kind.returns and debtor.reached:
            played.returned_at = len(played.turns)
            debtor.come_back()
            self._one_sitting(http, truth, played, debtor)

    def _one_sitting(
        self, http: httpx.Client, truth: Truth, played: Played, debtor: Debtor
    ) -> None:
        case = played.case if self.kind.identified else None
        chat = open_chat(http, self.client, case=case, language=self.language, reset=False)
        played.turns.append(Turn(None, chat.last, chat.mode, chat.language))
        for _ in range(simulation().patience):
            hears = _hears(chat.language, debtor)
            said = debtor.next(Seen(played.turns[-1], hears))
            if said is None:
                break
            _say(chat, said)
            played.turns.append(Turn(said, chat.last, chat.mode, chat.language))
            if "later" not in played.after and _lets_wait(played.turns[-1]):
                self._ask_of_later(truth, played)  # an agreement may stop the interest
        played.after["handoffs"] = played.after.get("handoffs", []) + truth.handoffs(chat.id)
        played.reached = debtor.reached

    @staticmethod
    def _ask_of_later(truth: Truth, played: Played) -> None:
        told = truth.owed_while_it_waits(played.case, played.before)
        played.after["later"] = played.after.get("later", []) + told


def _lets_wait(turn: Turn) -> bool:
    """Whether the answer lets the case wait till a day, whoever thought of it."""
    return any(
        meaning(button["title"]) == _LETS_WAIT
        for message in turn.answer
        for button in message["buttons"]
    )


def _hears(language: str, debtor: Debtor) -> dict[str, str]:
    return dict(languages().get(language, debtor.language).hears)


def _say(chat: Chat, said: Said) -> None:
    chat.say(said.text, payload=said.payload)

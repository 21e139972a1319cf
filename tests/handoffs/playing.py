"""Plays one script over HTTP, as a debtor's page and then as an agent's console would."""

from random import Random
from uuid import uuid4

import httpx

from tests.handoffs.played import Json, Played, Said
from tests.handoffs.situations import says
from tests.simulation.titles import meaning
from tests.simulation.written import languages
from tests.walks.chat import Chat, buttons, cards, open_chat, page_token

_KEY = {"Authorization": "Bearer demo"}
_PRESS, _SEND = "press: ", "send: "
#: The moves that name what is to be paid each month.
_TERMS = {"terms", "terms_when_ill"}
#: The smallest picture that there is.
_PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cfc0"
    "f01f0005000201ff5c8b2fd90000000049454e44ae426082"
)
#: Which share of what is owed is below the least of each client, and which is well within the rules.
_SHARES = {"low": 0.02, "high": 0.3, "": 0.5}


class Play:
    """One hand-over; the same dice say the same."""

    def __init__(self, http: httpx.Client, played: Played, dice: Random) -> None:
        self._http, self._played, self._dice = http, played, dice
        self._ways = {move: list(ways) for move, ways in says(played.language).items()}

    def run(self) -> None:
        """To the last line; what breaks is written into what was played, never raised."""
        played = self._played
        try:
            chat = self._open()
            for place, move in enumerate(played.situation.moves):
                self._say(chat, move)
                if place == 0 and played.situation.identified == "meanwhile":
                    self._identify(chat)
            self._look(chat)
        except (httpx.HTTPError, AssertionError) as broken:
            played.failed = f"{type(broken).__name__}: {broken}"

    def _open(self) -> Chat:
        played = self._played
        case = played.cases[0] if played.situation.identified == "start" else None
        return open_chat(
            self._http, played.client, case=case, language=played.language, reset=False
        )

    def _identify(self, chat: Chat) -> None:
        answer = chat.identify(page_token(self._http, self._played.cases[0]))
        assert answer.status_code == httpx.codes.OK, answer.text
        self._played.seen += cards(chat.last)

    def _say(self, chat: Chat, move: str) -> None:
        if move.startswith(_SEND):
            self._send(chat, move.removeprefix(_SEND))
            return
        if move.startswith(_PRESS):
            line, payload = self._press(chat, move.removeprefix(_PRESS))
        else:
            line, payload = self._words(move), None
        self._played.said.append(line)
        chat.say(line.text, payload=payload)
        self._played.mode = chat.mode
        self._played.seen += cards(chat.last)

    def _send(self, chat: Chat, move: str) -> None:
        """A picture; what stands in its place among the words is the product's own word for it."""
        path = f"{chat.path}/attachments"
        sent = chat.http.post(path, params={"id": str(uuid4())}, content=_PICTURE, headers=chat.key)
        answer = sent.raise_for_status().json()
        self._played.said.append(Said(move, answer["message"]["text"]))
        self._played.mode = answer["mode"]
        self._played.seen += cards(answer["messages"])

    def _press(self, chat: Chat, wanted: str) -> tuple[Said, str | None]:
        """The button of that name; a yes in words where there is none, or where people rather write."""
        offered = [one for one in buttons(chat.last) if meaning(one["title"]) == wanted]
        if not offered:
            return Said("yes", self._ways["yes"][0]), None
        return Said(wanted, offered[0]["title"], pressed=True), offered[0]["payload"]

    def _words(self, move: str) -> Said:
        move, _, size = move.partition(" ")
        ways = self._ways[move]
        way = ways.pop(0) if len(ways) > 1 else ways[0]
        if "{amount}" not in way:
            return Said(move, way)
        minor, written = self._sum(_SHARES[size])
        return Said(move, way.format(amount=written), amount=minor)

    def _sum(self, share: float) -> tuple[int, str]:
        """A round sum in minor units, and as people write it."""
        case = self._get(f"/api/cases/{self._played.cases[0]}")
        balance = case["balance"]
        minor_digits = 0 if balance["currency"] == "ISK" else 2
        major = max(1, int(balance["total"] * share / 10**minor_digits))
        step = int(10 ** max(0, len(str(major)) - 2))
        major = major // step * step
        units = languages()[self._played.language].units.get(balance["currency"], [""])
        return major * 10**minor_digits, f"{major}{self._dice.choice(units)}"

    def _look(self, chat: Chat) -> None:
        """The card first, as it is at that moment; then what is true by the case API."""
        played = self._played
        shown = self._http.get(f"/api/staff/conversations/{chat.id}")
        assert shown.status_code == httpx.codes.OK, shown.text
        detail = shown.json()
        played.card, played.summary = detail["card"], detail["summary"]
        if not played.known:
            return
        first = played.cases[0]
        played.told = {
            "case": self._get(f"/api/cases/{first}"),
            "options": self._get(f"/api/cases/{first}/plan-options"),
            "deferral": self._get(f"/api/cases/{first}/deferral"),
            "all": {one: self._get(f"/api/cases/{one}") for one in played.cases},
        }
        proposed = played.proposed
        if proposed is not None and proposed.move in _TERMS:
            terms = {"amount": proposed.amount}
            path = f"/api/cases/{first}/plan-offers"
            asked = self._http.post(path, json=terms, headers=_KEY)
            played.told["answer"] = asked.raise_for_status().json()

    def _get(self, path: str) -> Json:
        found: Json = self._http.get(path, headers=_KEY).raise_for_status().json()
        return found

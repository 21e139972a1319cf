"""Words are the same words on both databases and in the code that asks them."""

import pytest
from sqlalchemy import text

from backend.conversations.models import Conversation, Message
from backend.database import Database
from backend.searching.index.folding import COMBINING, PLAIN, SPELT, fold, words_in
from backend.searching.index.matching import parts_of

SAID = [
    "".join(PLAIN),
    " ".join(PLAIN),
    "".join(letters for letters, _ in SPELT),
    "A" + "A".join(COMBINING) + "A",
    "Åsa Öström, Århus; Sjøberg & Sjöberg. Kærgård/Þórður-Guðmundsdóttir Łódź straße",
    "4 860,00 kr, 4.860,00 kr, -12 % 1e5 0012 3½ H-AB12CD SE-1001 (el/vatten) 2026-11-29",
    "someone@example.org https://example.org/a?b=c#d www.example.org \\ ' \" ` ´ ^ ~ * : & | ! <>",
    "hej\u00adsan noll\u200bbredd hårt\u00a0mellanrum tanke—streck “citat” 👍 ☎️ → €100",
    "привет мир مرحبا 你好 γειά",
    "",
    " .,- ",
]


async def words_of_the_index(database: Database, said: str) -> list[str]:
    """What the database itself has made of a message."""
    async with database.transaction() as session:
        session.add(
            Conversation(id="c", client="lind", access_hash="", language="sv", handed_over=True)
        )
        await session.flush()
        session.add(Message(conversation_id="c", id="m", seq=1, sender="debtor", text=said))
        await session.flush()
        if not database.is_sqlite:
            rows = await session.scalars(
                text("SELECT unnest(tsvector_to_array(words)) FROM search_entries")
            )
            return sorted(rows)
        await session.execute(
            text("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search_index, row)")
        )
        found = sorted(await session.scalars(text("SELECT term FROM temp.terms")))
        await session.execute(text("DROP TABLE temp.terms"))
        return found


@pytest.mark.parametrize("said", SAID)
async def test_the_database_makes_the_same_words_of_a_text(database: Database, said: str) -> None:
    assert await words_of_the_index(database, said) == sorted(set(words_in(said)))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ångström", "angstrom"),
        ("SJØBERG", "sjoberg"),
        ("Ærø", "aero"),
        ("Guðmundsdóttir", "gudmundsdottir"),
        ("Þórður", "thordur"),
        ("A\u030asa", "asa"),
    ],
)
def test_a_letter_with_a_sign_is_found_by_the_plain_one_and_the_other_way_round(
    written: str, folded: str
) -> None:
    assert fold(written) == fold(folded) == folded


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Åsa öst", ["asa*", "ost*"]),
        ("SE-1001", ["se", "1001*"]),
        ("4 860,00", ["4*", "860", "00*"]),
        ("hej HEJ Hej", ["hej*"]),
        ("- %% hej", ["hej*"]),
        ("%% __", []),
        ("a b c d e f", ["a*", "b*", "c*", "d*", "e*"]),
        ("1-2-3-4-5-6-7-8-9-10-11-12", ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]),
    ],
)
def test_each_word_is_a_beginning_and_of_a_reference_the_last_part(
    typed: str, parts: list[str]
) -> None:
    assert parts_of(typed) == parts

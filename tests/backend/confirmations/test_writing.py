"""The file is a tagged PDF that says what was agreed, in each language, and always the same."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.confirmations.document import Ending, Renewal, Words
from backend.confirmations.saying import confirmation_texts
from backend.confirmations.writing import write
from tests.backend.confirmations.pdf import Read
from tests.backend.confirmations.plans import LONG_NAME, a_plan

ROOT = Path(__file__).resolve().parents[3]
LANGUAGES = list(confirmation_texts())
each_language = pytest.mark.parametrize("language", LANGUAGES)


def spaced(text: str) -> str:
    return text.replace("\xa0", " ")


@each_language
def test_it_is_accessible_and_tells_its_language_and_title(language: str) -> None:
    read = Read(write(a_plan(), language))
    assert read.standard == "UA-1"
    assert read.pdf.Root.MarkInfo.Marked
    assert read.pdf.Root.ViewerPreferences.DisplayDocTitle
    assert read.language == language
    title = confirmation_texts()[language].write("title", {})
    assert read.title == f"{title}, L-1"
    assert read.tagged("H1") == [title]


@each_language
def test_what_is_a_heading_a_table_or_a_list_is_tagged_as_one(language: str) -> None:
    read = Read(write(a_plan(undo_until=date(2026, 12, 9)), language))
    texts = confirmation_texts()[language]
    headings = "about schedule parts paying keeping missing limitation undoing questions"
    assert read.tagged("H2") == [texts.write(heading, {}) for heading in headings.split()]
    assert len(read.tagged("Table")) == 2
    assert read.tagged("TH")[:3] == [texts.write(it, {}) for it in ("number", "due", "amount")]
    assert len(read.tagged("LI")) == 8 + 3
    assert read.tagged("Lbl")[0] == texts.write("debtor", {})
    assert read.tagged("LBody")[0] == "Alva Sparv"


def test_every_cell_is_read_with_the_header_of_its_column() -> None:
    read = Read(write(a_plan(2), "en"))
    cells = [element for name, element, _ in read.elements if name in ("TH", "TD")]
    names = {str(cell.ID): read.text_of(cell) for cell in cells if "/ID" in cell}
    amount = next(cell for cell in cells if spaced(read.text_of(cell)) == "2 430,00 kr")
    [headers] = [it.Headers for it in amount.A if "/Headers" in it]
    assert [names[str(header)] for header in headers] == ["Amount"]


@pytest.mark.parametrize(
    ("language", "country", "currency", "written"),
    [
        ("sv", "SE", "SEK", "1\xa0234\xa0567,89\xa0kr"),
        ("nb", "NO", "NOK", "1\xa0234\xa0567,89\xa0kr"),
        ("da", "DK", "DKK", "1.234.567,89\xa0kr."),
        ("fi", "FI", "EUR", "1\xa0234\xa0567,89\xa0€"),
        ("is", "IS", "ISK", "123.456.789\xa0kr."),
        ("en", "SE", "SEK", "1\xa0234\xa0567,89\xa0kr"),
    ],
)
def test_letters_and_spaces_of_each_language_can_be_copied_out(
    language: str, country: str, currency: str, written: str
) -> None:
    name, origin = "Åse Øglænd Þórðardóttir", "ä ö å æ ø þ ð € 12\xa0%"
    plan = a_plan(48, 123_456_789, country=country, currency=currency, debtor=name, origin=origin)
    read = Read(write(plan, language))
    assert name in read.text
    assert origin in read.text
    assert read.rows(0)[-1][-1] == written


@settings(max_examples=10, deadline=None)
@given(instalments=st.integers(1, 60), total=st.integers(100_000, 10**10))
def test_the_figures_are_those_of_the_plan_to_the_cent(instalments: int, total: int) -> None:
    plan = a_plan(instalments, total)
    header, *rows, foot = Read(write(plan, "sv")).rows(0)
    months = "januari februari mars april maj juni juli augusti september oktober november december"

    def minor(written: str) -> int:
        return int(written.removesuffix("\xa0kr").replace("\xa0", "").replace(",", ""))

    def day(written: str) -> date:
        number, month, year = written.replace("\xa0", " ").split()
        return date(int(year), months.split().index(month) + 1, int(number))

    found = [(int(number), day(due), minor(amount)) for number, due, amount in rows]
    assert found == [tuple(payment) for payment in plan.schedule]
    assert minor(foot[-1]) == sum(amount for _, _, amount in found) == total
    assert len(header) == 3


@pytest.mark.parametrize(
    "name",
    [
        "#pagebreak() *x* $1$ _y_ `z` @q <r> \\ // [a] #let",
        '"]) #panic("no") ([" {page} {pages} {0}',
        "<script>&amp;'</script>",
        LONG_NAME,
    ],
)
def test_what_looks_like_markup_is_printed_as_it_is(name: str) -> None:
    read = Read(write(a_plan(2, debtor=name), "sv"))
    assert read.tagged("LBody")[0] == name
    assert len(read.pdf.pages) == 2


def test_the_same_plan_has_the_same_bytes_in_another_process_and_time_zone() -> None:
    program = (
        "import sys; from tests.backend.confirmations.plans import a_plan;"
        "from backend.confirmations.writing import write;"
        "sys.stdout.buffer.write(write(a_plan(), 'fi'))"
    )
    environment = {"TZ": "Pacific/Auckland", "PATH": "", "LANG": "C", "SOURCE_DATE_EPOCH": "1"}
    other = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    assert other.stdout == write(a_plan(), "fi")


def test_the_file_is_dated_on_the_day_of_the_agreement() -> None:
    read = Read(write(a_plan(), "sv"))
    assert str(read.pdf.docinfo.CreationDate) == str(read.pdf.docinfo.ModDate)
    assert str(read.pdf.docinfo.CreationDate).startswith("D:20261125090000")


def test_words_that_were_read_before_the_yes_stand_in_their_own_language() -> None:
    words = Words("fi", ("12 maksuerää, 40,50\xa0€ kukin.", "Sovitaanko näin?"))
    read = Read(write(a_plan(words=words), "sv"))
    quotes = [element for name, element, _ in read.elements if name == "BlockQuote"]
    assert [read.text_of(quote) for quote in quotes] == ["".join(words.texts)]
    inside = [
        element.get("/Lang", None)
        for _, element, parent in read.elements
        if element in quotes or parent in quotes
    ]
    assert "fi" in {str(language) for language in inside}


def test_words_of_many_messages_go_on_over_the_page() -> None:
    words = Words("sv", tuple(f"Mening {number}. " * 20 for number in range(40)))
    read = Read(write(a_plan(words=words), "sv"))
    assert len(read.pdf.pages) > 3
    assert "Mening 39." in read.text


@each_language
def test_what_a_plan_costs_is_said_only_when_it_costs(language: str) -> None:
    free, dear = (Read(write(a_plan(costs=costs), language)) for costs in (0, 17_000))
    row = confirmation_texts()[language].write("plan_costs", {})
    assert row not in free.text
    assert [cells[0] for cells in dear.rows(1)].count(row) == 1
    assert len(dear.rows(1)) == len(free.rows(1)) + 1


@each_language
def test_whether_interest_runs_on_is_said(language: str) -> None:
    stopped, runs = (
        Read(write(a_plan(interest_stopped=stopped), language)).text for stopped in (True, False)
    )
    assert stopped != runs


@each_language
def test_a_single_payment_is_not_called_instalments(language: str) -> None:
    texts = confirmation_texts()[language]
    one = texts.formatter().write_counted(1, texts.nouns["instalment"])
    assert one not in Read(write(a_plan(1), language)).text


@each_language
def test_where_a_yes_makes_limitation_longer_the_years_are_told(language: str) -> None:
    heading = confirmation_texts()[language].write("limitation", {})

    def told(renewal: Renewal | None) -> str:
        return Read(write(a_plan(renewal=renewal), language)).text.partition(heading)[2]

    assert re.search(r"\b10\b", told(Renewal(years=10, longer=True)))
    same = told(Renewal(years=3, longer=False))
    assert same
    assert not re.search(r"\b3\b", same)
    assert told(None) == ""


@each_language
def test_what_is_forgiven_is_taken_off_and_not_called_free(language: str) -> None:
    texts = confirmation_texts()[language]
    read = Read(write(a_plan(1, 300_000, forgiven=186_000), language))
    *_, forgiven, total = read.rows(1)
    assert forgiven[0] == texts.write("plan_forgives", {})
    assert re.sub(r"\D", "", forgiven[1]) == "186000"
    assert forgiven[1][0] in "-\N{MINUS SIGN}"
    assert re.sub(r"\D", "", total[1]) == "300000"
    assert texts.write("costs", {"free": True}) not in read.text


@each_language
def test_a_settlement_is_called_one_and_not_a_plan(language: str) -> None:
    until = date(2026, 12, 9)
    own = Read(write(a_plan(1, settlement=True, forgiven=90_000, undo_until=until), language))
    plan = Read(write(a_plan(1, undo_until=until), language))
    assert own.title != plan.title
    assert own.tagged("H1") != plan.tagged("H1")
    for heading in ("H2", "P"):
        said = set(own.tagged(heading)) - set(plan.tagged(heading))
        assert len(said) >= 2, heading


@pytest.mark.parametrize("instalments", [18, 22, 24, 25, 26, 30, 36, 48])
@each_language
def test_the_last_page_has_more_than_the_last_lines(language: str, instalments: int) -> None:
    words = Words("da", ("En kort sætning om aftalen.",) * 4)
    plan = a_plan(instalments, renewal=Renewal(10, True), undo_until=date(2026, 12, 9), words=words)
    texts = confirmation_texts()[language]
    last = Read(write(plan, language)).text_of_page(-1)
    assert texts.write("words", {}) in last
    assert texts.write("questions", {}) in last
    without = Read(write(replace(plan, words=None), language)).text_of_page(-1)
    assert texts.write("questions", {}) in without
    assert texts.write("undoing", {}) in without


def test_a_plan_over_two_years_takes_two_pages() -> None:
    plan = a_plan(24, country="DK", currency="DKK", renewal=Renewal(10, True))
    assert len(Read(write(plan, "da")).pdf.pages) == 2


@each_language
def test_when_a_plan_ends_is_told_as_it_was_kept(language: str) -> None:
    heading = confirmation_texts()[language].write("missing", {})

    def told(ending: Ending | None) -> str:
        text = Read(write(a_plan(ending=ending, renewal=None), language)).text
        return text.partition(heading)[2]

    by_days, by_a_person, not_kept = map(told, (Ending(14), Ending(None), None))
    assert "14" in by_days
    assert len({by_days, by_a_person, not_kept}) == 3

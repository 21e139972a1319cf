"""Fills the HTML files of pages/: every value is escaped, unless it is HTML already."""

from functools import cache
from html import escape
from pathlib import Path
from string import Template

PAGES = Path(__file__).parent / "pages"


class Html(str):
    """Text that is HTML already."""


def render(page: str, **values: str) -> Html:
    """The file `page` with its `$placeholders` filled. KeyError names one without a value."""
    filled = {
        name: value if isinstance(value, Html) else escape(value) for name, value in values.items()
    }
    return Html(_template(page).substitute(filled))


def join(parts: list[Html]) -> Html:
    """Several pieces after another."""
    return Html("\n".join(parts))


@cache
def _template(page: str) -> Template:
    return Template((PAGES / page).read_text(encoding="utf-8"))

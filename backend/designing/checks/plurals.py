"""Each noun is written in every plural form that its language has, in each text file."""

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from backend.designing.finding import Finding, finding
from backend.designing.located import line_of
from backend.designing.project import Project

#: Counts up to here meet every plural form that CLDR knows for whole numbers.
_COUNTS = range(200)


def check_plurals(project: Project) -> Iterator[Finding]:
    """Nouns with a form too few, and languages that CLDR does not know."""
    for folder in project.text_folders:
        for language, catalogue in project.catalogues(folder).items():
            file = (folder / f"{language}.yml").as_posix()
            try:
                locale = Locale.parse(str(catalogue.get("locale")))
            except (UnknownLocaleError, ValueError):
                yield finding(file, 1, "locale_unknown", locale=catalogue.get("locale"))
                continue
            forms = {locale.plural_form(count) for count in _COUNTS}
            for noun, written in (catalogue.get("nouns") or {}).items():
                if lacking := sorted(forms - set(written)):
                    yield finding(
                        file, line_of(noun), "plural_missing", noun=noun, forms=", ".join(lacking)
                    )

"""Texts that nobody says and buttons that nothing shows; buttons that lead nowhere."""

from collections.abc import Iterator

from backend.designing.finding import Finding, finding
from backend.designing.located import line_of
from backend.designing.project import BUTTONS, RESPONSES, Catalogues, Project
from backend.designing.steps import NOT_UNDERSTOOD, Way, rules
from backend.designing.usage import used_names

#: The action that says the text with the intent's own name.
ANSWER = "action_answer"


def check_unused(project: Project) -> Iterator[Finding]:
    """What is written and never heard or seen, and what is shown and not written."""
    asked = {name for rule in rules(project) if _answers(rule) for name in rule.named("intent")}
    for folder in project.text_folders:
        own = folder == RESPONSES
        catalogues = project.catalogues(folder)
        said = used_names(project.folder, ("actions", "assistant") if own else ("backend",))
        near = None if own else project.folder / folder.parent
        named = {
            name: place
            for name, place in _places(folder.as_posix(), catalogues).items()
            if not (own and name in asked) and not said.uses(name, near)
        }
        for name, (file, line) in named.items():
            yield finding(file, line, "text_unsaid", name=name)
    yield from _buttons(project, project.catalogues(RESPONSES))


def _answers(rule: Way) -> bool:
    return ANSWER in rule.named("action")


def _places(folder: str, catalogues: Catalogues) -> dict[str, tuple[str, int]]:
    """Each text with the first file and the line that it stands in."""
    places: dict[str, tuple[str, int]] = {}
    for language, catalogue in catalogues.items():
        for name in catalogue["texts"]:
            places.setdefault(name, (f"{folder}/{language}.yml", line_of(name)))
    return places


def _buttons(project: Project, catalogues: Catalogues) -> Iterator[Finding]:
    content = project.read(BUTTONS)
    buttons, under = content.get("buttons") or {}, content.get("under") or {}
    texts = {name for catalogue in catalogues.values() for name in catalogue["texts"]}
    titles = {name for one in catalogues.values() for name in one.get("buttons") or {}}
    file = BUTTONS.as_posix()
    intents = {*project.intents, *project.domain("intents"), NOT_UNDERSTOOD}
    for name, command in buttons.items():
        intent = (command or {}).get("intent")
        if intent is not None and intent not in intents:
            yield finding(file, line_of(name), "button_leads_nowhere", name=name, intent=intent)
        if titles and name not in titles:
            yield finding(file, line_of(name), "button_without_title", name=name)
    for text, shown in under.items():
        if texts and text not in texts:
            yield finding(file, line_of(text), "buttons_under_no_text", text=text)
        for name in shown or []:
            if name not in buttons:
                yield finding(file, line_of(name), "button_unknown", name=name, text=text)
    shown = {name for names in under.values() for name in names or []}
    for command in buttons.values():  # what stands in another's place
        instead = (command or {}).get("with_a_value") or {}
        shown.update(instead.values())
    put_by_program = used_names(project.folder, ("actions", "assistant"))
    for name in buttons:
        if name not in shown and not put_by_program.uses(name):
            yield finding(file, line_of(name), "button_unshown", name=name)
    for language, catalogue in catalogues.items():
        for name in catalogue.get("buttons") or {}:
            if buttons and name not in buttons:
                place = (RESPONSES / f"{language}.yml").as_posix()
                yield finding(place, line_of(name), "title_without_button", name=name)

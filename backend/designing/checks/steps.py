"""Rules and stories name only what exists, can be reached, and do not contradict each other."""

from collections.abc import Iterator
from typing import Any

from backend.designing.finding import Finding, finding
from backend.designing.located import line_of
from backend.designing.project import Project
from backend.designing.steps import NOT_UNDERSTOOD, Way, rules, stories
from backend.designing.usage import used_names

#: What Rasa does by itself.
_RASAS_OWN = ("action_listen", "action_restart", "action_back", "action_default_fallback")
#: Actions that a form looks for by itself.
_OF_FORMS = ("action_ask_", "validate_")


def check_steps(project: Project) -> Iterator[Finding]:
    """What is wrong with the rules, the stories and the domain that they are written in."""
    all_rules, all_stories = rules(project), stories(project)
    yield from _unknown(project, all_rules + all_stories)
    yield from _same_start(all_rules)
    yield from _same_name(all_rules + all_stories)
    yield from _never_reached(all_rules, all_stories)
    yield from _unused(project, all_rules + all_stories)


def _unknown(project: Project, ways: list[Way]) -> Iterator[Finding]:
    forms = project.domain("forms")
    known: dict[str, set[Any]] = {
        "intent": {*project.intents, *project.domain("intents"), NOT_UNDERSTOOD},
        "action": {*project.domain("actions"), *forms, *_RASAS_OWN},
        "active_loop": {*forms, None},
        "slot": {*project.domain("slots"), "requested_slot"},
    }
    for way in ways:
        for kind, names in known.items():
            for name in way.named(kind):
                if name not in names:
                    yield finding(
                        way.file.as_posix(),
                        line_of(name, way.line),
                        f"{kind}_of_step_unknown",
                        name=name,
                        way=way.name,
                    )
        if not any(way.named("action")):
            yield finding(way.file.as_posix(), way.line, "way_without_action", way=way.name)


def _same_start(all_rules: list[Way]) -> Iterator[Finding]:
    first: dict[tuple[Any, ...], Way] = {}
    for rule in all_rules:
        other = first.setdefault(rule.start, rule)
        if other is not rule:
            kind = "rule_twice" if other.end == rule.end else "rules_with_two_ends"
            yield finding(
                rule.file.as_posix(),
                rule.line,
                kind,
                way=rule.name,
                other=other.name,
                place=other.place,
            )


def _same_name(ways: list[Way]) -> Iterator[Finding]:
    first: dict[str, Way] = {}
    for way in ways:
        other = first.setdefault(way.name, way)
        if other is not way:
            yield finding(
                way.file.as_posix(), way.line, "name_twice", way=way.name, place=other.place
            )


def _never_reached(all_rules: list[Way], all_stories: list[Way]) -> Iterator[Finding]:
    """Where a story does something else after an intent than the rule for that intent."""
    ruled = {
        rule.steps[0][1]: (rule, rule.end[0][1])
        for rule in all_rules
        if not rule.conditions and rule.end and rule.steps[0][0] == "intent"
    }
    for story in all_stories:
        for (kind, name), (next_kind, does) in zip(story.steps, story.steps[1:], strict=False):
            if kind == "intent" and next_kind == "action" and name in ruled:
                rule, ruled_action = ruled[name]
                if does != ruled_action:
                    yield finding(
                        story.file.as_posix(),
                        line_of(does, story.line),
                        "step_never_reached",
                        way=story.name,
                        intent=name,
                        action=does,
                        place=rule.place,
                        ruled=ruled_action,
                    )


def _unused(project: Project, ways: list[Way]) -> Iterator[Finding]:
    started = {name for way in ways for name in way.named("intent")}
    for intents in project.subjects.values():
        for intent in intents:
            if intent not in started:
                yield finding(
                    "nlu_data/contract.yml", line_of(intent), "intent_without_rule", intent=intent
                )
    done = {name for way in ways for name in way.named("action")}
    written = used_names(project.folder, ("actions",))
    for action, (file, line) in project.domain("actions").items():
        if not written.uses(action) and not action.startswith(_OF_FORMS):
            yield finding(file.as_posix(), line, "action_without_program", action=action)
        elif action not in done and not action.startswith(_OF_FORMS):
            yield finding(file.as_posix(), line, "action_never_done", action=action)
    for form, (file, line) in project.domain("forms").items():
        if form not in done:
            yield finding(file.as_posix(), line, "action_never_done", action=form)

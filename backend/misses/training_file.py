"""Puts a line under an intent of a training file, and takes it out: line by line, so that comments,
order and the rest of the file stay as somebody wrote them.
"""

import re

from backend.designing.located import Section, Text, read_located

_EXAMPLE = re.compile(r"^(?P<indent>\s+)-\s+(?P<text>.*\S)\s*$")


class IntentNotThere(Exception):
    """The file has no examples of the intent."""


class NotKept(Exception):
    """The file would not be what it was before and the line; it is left alone."""


def with_line(content: str, intent: str, line: str) -> tuple[str, int]:
    """The content with the line as the intent's last one, and the line's number.

    A line that is there already stays where it is. Raises IntentNotThere, NotKept and yaml.YAMLError.
    """
    examples = _examples(content)
    if intent not in examples:
        raise IntentNotThere(intent)
    for number, text in examples[intent]:
        if text == line:
            return content, number
    last, _ = examples[intent][-1] if examples[intent] else (0, "")
    if not last:
        raise IntentNotThere(intent)
    lines = content.splitlines(keepends=True)
    indent = _indent_of(lines[last - 1])
    ending = "\r\n" if lines[last - 1].endswith("\r\n") else "\n"
    if not lines[last - 1].endswith("\n"):
        lines[last - 1] += ending
    lines.insert(last, f"{indent}- {line}{ending}")
    written = "".join(lines)
    wanted = {name: [text for _, text in found] for name, found in examples.items()}
    wanted[intent].append(line)
    return _checked(written, wanted), last + 1


def without_line(content: str, intent: str, line: str) -> str:
    """The content without the line; as it was, when the line is not there.

    Raises NotKept and yaml.YAMLError.
    """
    examples = _examples(content)
    places = [number for number, text in examples.get(intent, []) if text == line]
    if not places:
        return content
    lines = content.splitlines(keepends=True)
    del lines[places[-1] - 1]
    wanted = {name: [text for _, text in found] for name, found in examples.items()}
    texts = wanted[intent]
    del texts[len(texts) - 1 - texts[::-1].index(line)]
    return _checked("".join(lines), wanted)


def _checked(written: str, wanted: dict[str, list[str]]) -> str:
    now = {name: [text for _, text in found] for name, found in _examples(written).items()}
    if now != wanted:
        raise NotKept
    return written


def _examples(content: str) -> dict[str, list[tuple[int, str]]]:
    """The lines of each intent with their numbers."""
    document = read_located(content)
    entries = (document.get("nlu") if isinstance(document, Section) else None) or []
    found: dict[str, list[tuple[int, str]]] = {}
    for entry in entries:
        block = entry.get("examples") if isinstance(entry, dict) else None
        if isinstance(block, Text):
            own = found.setdefault(str(entry.get("intent")), [])
            for place, written in enumerate(block.split("\n")):
                if match := _EXAMPLE.match(f" {written}"):
                    own.append((block.line + place, match["text"]))
    return found


def _indent_of(line: str) -> str:
    match = _EXAMPLE.match(line)
    if match is None:
        raise NotKept
    return match["indent"]

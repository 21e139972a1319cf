"""Reads YAML so that each text, section and list still knows its line."""

from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Text(str):
    """A text and its line; of a block (`|`) the line of its first content."""

    line: int


class Section(dict[str, Any]):
    """A mapping and its line. `doubled` are the keys that stand in it twice, with their lines."""

    line: int
    doubled: list[Text]

    def line_of(self, key: str) -> int:
        """The line of a key; the section's own when it has no such key."""
        return next((line_of(known) for known in self if known == key), self.line)


class Items(list[Any]):
    """A list and its line."""

    line: int


def read_located(content: str) -> Any:
    """The document. Raises yaml.YAMLError."""
    node = yaml.compose(content, Loader=_LOADER)
    return None if node is None else _built(node, yaml.SafeLoader(""))


def line_of(value: Any, otherwise: int = 1) -> int:
    """The line of what was read here."""
    return int(getattr(value, "line", otherwise))


def _built(node: yaml.Node, plain: yaml.SafeLoader) -> Any:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        section = Section()
        section.line, section.doubled = line, []
        for key_node, value_node in node.value:
            key = _text(str(key_node.value), key_node.start_mark.line + 1)
            if key in section:
                section.doubled.append(key)
            section[key] = _built(value_node, plain)
        return section
    if isinstance(node, yaml.SequenceNode):
        items = Items(_built(item, plain) for item in node.value)
        items.line = line
        return items
    value = plain.construct_object(node)
    if not isinstance(value, str):
        return value
    in_block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
    return _text(value, line + int(in_block))


def _text(value: str, line: int) -> Text:
    text = Text(value)
    text.line = line
    return text

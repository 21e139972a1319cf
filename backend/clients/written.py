"""A data file as it was written: what it says, and on which line it says it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

_TIMESTAMP = "tag:yaml.org,2002:timestamp"
Step = int | str
Location = Sequence[Step]


class _Loader(yaml.SafeLoader):
    """Leaves a day as text: one that does not exist would end the reading."""

    yaml_implicit_resolvers = {
        letter: [(tag, pattern) for tag, pattern in resolvers if tag != _TIMESTAMP]
        for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@dataclass(frozen=True)
class Written:
    """The data of a YAML file, and the nodes that it was made from."""

    data: Any
    root: yaml.Node | None

    @classmethod
    def read(cls, text: str) -> "Written":
        """Reads one document. Raises yaml.YAMLError."""
        loader = _Loader(text)
        try:
            root = loader.get_single_node()
            data = None if root is None else loader.construct_document(root)
            return cls(data, root)
        finally:
            loader.dispose()

    def line(self, location: Location) -> int:
        """The line (from 1) of the key at `location`, or of the nearest one around it."""
        line, node = 1, self.root
        for step in location:
            found = _inside(node, step)
            if found is None:
                break
            key, node = found
            line = key.start_mark.line + 1
        return line

    def value(self, location: Location) -> str | None:
        """What is written at `location`; empty for a list or a section, None when nothing is."""
        node = self.root
        for step in location:
            found = _inside(node, step)
            if found is None:
                return None
            _, node = found
        return str(node.value) if isinstance(node, yaml.ScalarNode) else ""

    def repeated_keys(self) -> Iterator[tuple[str, int, int]]:
        """Keys that one section has twice: the key, and the lines of both."""
        for node in _all_nodes(self.root):
            if not isinstance(node, yaml.MappingNode):
                continue
            lines: dict[str, int] = {}
            for key, _ in node.value:
                line = key.start_mark.line + 1
                if key.value in lines:
                    yield key.value, lines[key.value], line
                lines[key.value] = line


def _inside(node: yaml.Node | None, step: Step) -> tuple[yaml.Node, yaml.Node] | None:
    """The key (for a list: the item itself) and the value."""
    if isinstance(node, yaml.MappingNode):
        found = [(key, value) for key, value in node.value if key.value == step]
        return found[-1] if found else None  # of a repeated key, YAML takes the last
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def _all_nodes(node: yaml.Node | None) -> Iterator[yaml.Node]:
    if node is None:
        return
    yield node
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _all_nodes(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _all_nodes(value)

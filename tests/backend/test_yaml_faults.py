"""Why a file cannot be read, whichever parser met it."""

import pytest
import yaml

from backend.texts import read_texts
from backend.yaml_faults import YamlFault, fault_of, read_words


def met(content: str, loader: type) -> YamlFault:
    """The fault that a parser meets in the content."""
    with pytest.raises(yaml.YAMLError) as caught:
        yaml.load(content, Loader=loader)  # noqa: S506
    return fault_of(content, caught.value)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
@pytest.mark.parametrize(
    ("content", "line", "kind"),
    [
        ("a: 1\nb: [x\n", 2, "open_bracket"),
        ("a: 1\nb: [x\nc: 3\n", 2, "open_bracket"),
        ("a: [\n", 1, "open_bracket"),
        ("a: {b: 1\nc: [2]\n", 1, "open_bracket"),
        ("a: [{b: 1], c]\nd: 1\n", 1, "open_bracket"),
        ("a: 1\nb: ]\n", 2, "bracket"),
        ('a: "one\nb: two\n', 1, "open_quote"),
        ('a: "one\nb: "two"\n', 1, "open_quote"),
        ("a: 'one\nb: two\n", 1, "open_quote"),
        ("a:\n\tb: 1\n", 2, "tab"),
        ("a: 1\nb: The sum: 5\n", 2, "colon"),
        ("a:\n  - text: The sum: 5\n", 2, "colon"),
        ("a: 1\n  b: 2\n", 2, "indentation"),
        ("a:\n    b: 1\n  c: 2\n", 3, "indentation"),
        ("a: {sum} in all\n", 1, "quote"),
        ("a: @home\n", 1, "quote"),
        ("a: 1\nb: \x01\n", 2, "letters"),
    ],
)
def test_each_kind_of_slip_has_its_line_and_its_cause(
    content: str, line: int, kind: str, loader: type
) -> None:
    assert met(content, loader) == YamlFault(line, kind)


def test_no_words_are_those_of_the_parser() -> None:
    for words in read_words().values():
        assert not {"token", "scalar", "mapping", "flow"} & set(words["says"].split())
        assert words["do"]


def test_the_console_has_a_cure_for_each_kind_in_every_language() -> None:
    for language, catalogue in read_texts().items():
        for kind in read_words():
            assert catalogue.write(f"cure_{kind}", {}), (language, kind)

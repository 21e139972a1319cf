"""Training lines that are nearly the same, and languages that lean: `python -m tests.nlu.likeness`.

Runs in Rasa's environment. Two lines are nearly the same when four fifths of their runs of three
letters are; what many lines of an intent begin with is a habit of their writer, not of the people.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import yaml
from scipy.sparse import csr_matrix

from assistant.nlu.features import fold

ROOT = Path(__file__).resolve().parents[2]
NEARLY = 0.8
BLOCK = 500

#: A line and its intent.
Line = tuple[str, str]


def lines(language: str, folder: Path = ROOT / "nlu_data") -> list[Line]:
    """All training lines of a language, without the marks of their values."""
    return [
        (text, entry["intent"])
        for path in sorted((folder / language).glob("*.yml"))
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        for text in re.findall(r"^\s*- (.+)$", entry["examples"], re.M)
    ]


def near_duplicates(written: list[Line]) -> Iterator[tuple[float, Line, Line]]:
    """Likeness (0 to 1) and both lines, for each pair that is nearly the same."""
    runs = [_runs_of_three(text) for text, _ in written]
    numbers = {run: number for number, run in enumerate(sorted(set().union(*runs)))}
    columns = [numbers[run] for found in runs for run in sorted(found)]
    sizes = np.array([len(found) for found in runs])
    starts = np.concatenate([[0], np.cumsum(sizes)])
    shape = (len(runs), len(numbers))
    has = csr_matrix((np.ones(len(columns), dtype=np.int32), columns, starts), shape=shape)
    for begin in range(0, len(runs), BLOCK):
        shared = (has[begin : begin + BLOCK] @ has.T).tocoo()
        union = sizes[begin + shared.row] + sizes[shared.col] - shared.data
        likeness = shared.data / union
        for place in np.flatnonzero((likeness > NEARLY) & (begin + shared.row < shared.col)):
            first, second = begin + shared.row[place], shared.col[place]
            yield float(likeness[place]), written[first], written[second]


def commonest_beginning(texts: list[str]) -> tuple[str, float]:
    """The two words that most of the lines begin with, and how many of the lines do, 0 to 1."""
    begun = Counter(" ".join(fold(text).split()[:2]) for text in texts if " " in text)
    words, times = begun.most_common(1)[0] if begun else ("", 0)
    return words, times / len(texts)


def _runs_of_three(text: str) -> set[str]:
    plain = " " + " ".join(re.findall(r"\w+", fold(text))) + " "
    return {plain[at : at + 3] for at in range(max(1, len(plain) - 2))}


def main() -> None:
    """Prints what is nearly the same in each language, and how the languages compare."""
    counts: dict[str, Counter[str]] = {}
    for folder in sorted(path for path in (ROOT / "nlu_data").iterdir() if path.is_dir()):
        written = lines(folder.name)
        counts[folder.name] = Counter(intent for _, intent in written)
        alike = sorted(near_duplicates(written), reverse=True)
        print(f"{folder.name}: {len(written)} lines, {len(alike)} pairs nearly the same")
        for likeness, (one, its), (other, others) in alike:
            print(f"  {likeness:.2f}  {its}: {one}  |  {others}: {other}")
        by_intent = {its: [text for text, home in written if home == its] for _, its in written}
        for intent, texts in by_intent.items():
            words, share = commonest_beginning(texts)
            if share > 0.1:
                print(f"  {share:.0%} of {intent} begin with “{words}”")
    print(f"\n{'fewest and most lines of an intent':<36}" + "".join(f"{x:>8}" for x in counts))
    for name, pick in (("fewest", min), ("most", max)):
        print(f"{name:<36}" + "".join(f"{pick(found.values()):>8}" for found in counts.values()))


if __name__ == "__main__":
    main()

"""A conversation on paper, with what was found in it."""

from tests.simulation.played import Turn
from tests.simulation.report import Judged


def transcript(one: Judged) -> str:
    """What was said, in order; each finding under the turn that it is about."""
    played = one.played
    end = "reached" if one.reached else "not reached"
    lines = [
        f"## {played.number} {played.kind} {played.language} {played.client} {played.case}: {end}"
    ]
    for place, turn in enumerate(played.turns):
        lines += _lines(turn)
        lines += [f"  !! {f.fault}: {f.what}" for f in one.findings if f.turn == place]
    return "\n".join(lines)


def _lines(turn: Turn) -> list[str]:
    lines = []
    if turn.said is not None:
        pressed = (
            f" [{turn.said.pressed}]" if turn.said.pressed else f" ({', '.join(turn.said.moves)})"
        )
        lines.append(f"> {turn.said.text}{pressed}")
    for said in turn.answer:
        card = said["card"]
        shown = f"  [{card['type']} {card.get('status', '')}]" if card else ""
        lines.append(f"  {said['text']}{shown}")
        if said["buttons"]:
            lines.append("    " + " / ".join(button["title"] for button in said["buttons"]))
    return lines

"""What a message may be taught as."""

from pathlib import Path

from tests.backend.misses.designers import Designer


async def test_each_intent_comes_with_an_example_and_its_neighbours(
    designer: Designer, copy: Path
) -> None:
    told = (await designer.http.get("/api/staff/misses/intents")).json()
    assert told["intents"] == [
        {
            "name": "greet",
            "group": "conversation",
            "says": "hello",
            "importance": "",
            "neighbours": [],
        },
        {
            "name": "ask_balance",
            "group": "debt",
            "says": "how much do I owe",
            "importance": "",
            "neighbours": ["greet"],
        },
    ]
    assert told["working_copy"]["ready"] is True


async def test_a_contract_with_a_mistake_is_told_of(of_pyy: Designer, copy: Path) -> None:
    contract = copy / "nlu_data/contract.yml"
    contract.write_text(contract.read_text("utf-8") + '\nx: "oops', "utf-8")
    told = (await of_pyy.http.get("/api/staff/misses/intents")).json()
    assert told["intents"] == []
    assert told["working_copy"]["ready"] is False
    assert "nlu_data/contract.yml" in told["working_copy"]["says"]
    assert "lainausmerkki" in told["working_copy"]["says"]

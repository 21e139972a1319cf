"""Who gives free advice about debts in the country, as the texts name them."""

from actions.case_api import Json


def advice_of(client: Json) -> Json:
    """The nearest adviser and the next, each with a phone number or a page; `also` when there are two."""
    first, *others = client["help"]["advisers"]
    second = others[0] if others else None
    return {
        "name": first["name"],
        "contact": _contact(first),
        "also": second is not None,
        "other": second["name"] if second else "",
        "other_contact": _contact(second) if second else "",
    }


def _contact(adviser: Json) -> str:
    return str(adviser["phone"] or adviser["url"].removeprefix("https://"))

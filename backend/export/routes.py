"""The route by which a debtor takes a copy of all that is kept about them."""

import json
from typing import Annotated

from fastapi import APIRouter, Depends, Response

from backend.conversations.body_limit import LimitedBodyRoute
from backend.conversations.models import Conversation
from backend.conversations.visiting import visitors_conversation
from backend.export.explaining import explain
from backend.export.making import make_copy
from backend.export.schemas import Copy
from backend.live import Live, live
from backend.services import Services, services

router = APIRouter(prefix="/api/chat/conversations", route_class=LimitedBodyRoute)


@router.get("/{conversation}/export", response_model=Copy)
async def take_copy(
    theirs: Annotated[Conversation, Depends(visitors_conversation)],
    house: Annotated[Services, Depends(services)],
    shared: Annotated[Live, Depends(live)],
) -> Response:
    """All that is kept about the person who is identified, as a file."""
    copy = await make_copy(house, shared, theirs)
    country = house.clients.get(theirs.client).country
    explained = explain(copy.model_dump(mode="json"), house.texts[theirs.language], country)
    # The file's name may be seen by others: it tells the day and nothing else.
    name = f"{copy.made_at:%Y-%m-%d}.json"
    return Response(
        json.dumps(explained, indent=2, ensure_ascii=False),
        media_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )

"""The analyst's API: figures, charts, and the masked conversations behind them."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from backend.analytics.auditing import note_export, note_reading
from backend.analytics.charts import count_chart
from backend.analytics.csv_file import as_csv
from backend.analytics.figures import count_figures
from backend.analytics.listing import AskedFor, list_conversations
from backend.analytics.masked_conversation import read_masked
from backend.analytics.reader import Reading
from backend.analytics.reading import reading
from backend.analytics.schemas import Chart, ClientName, Figures, Listing, MaskedConversation
from backend.analytics.scope import Asked, Reader
from backend.clients import Client
from backend.conversations.body_limit import LimitedBodyRoute
from backend.staff.signed_in import House, clients_of, from_the_console

router = APIRouter(
    prefix="/api/staff/figures",
    route_class=LimitedBodyRoute,
    dependencies=[Depends(from_the_console)],
)


async def _reader(
    house: House, user: Reader, scope: Asked, client: Annotated[list[str] | None, Query()] = None
) -> Reading:
    return Reading(house, scope, user.language, tuple(client or ()))


# Patterns, so that what no database can take is refused before it is asked or written down.
Id = Annotated[str, Path(pattern=r"^[0-9A-Za-z]{1,64}$")]
ChartName = Annotated[str, Path(pattern=r"^[a-z_]{1,64}$")]
Asking = Annotated[Reading, Depends(_reader)]


@router.get("")
async def read_figures(asking: Asking, user: Reader, house: House) -> Figures:
    """All figures, and what can be chosen."""
    seen = [house.clients.get(client) for client in clients_of(house, user)]
    async with reading(house.database) as session:
        figures = await count_figures(session, asking.scope, asking.language)
    return Figures(
        first=asking.scope.first,
        last=asking.scope.last,
        clients=[ClientName(id=one.id, name=one.name, colour=one.colour) for one in seen],
        languages=list(dict.fromkeys(code for one in seen for code in one.languages)),
        channels=list(dict.fromkeys(name for one in seen for name in _channels(one))),
        figures=figures,
    )


@router.get("/conversations")
async def list_behind(asking: Asking, wanted: AskedFor, house: House) -> Listing:
    """The conversations behind a figure."""
    async with reading(house.database) as session:
        return await list_conversations(session, asking, wanted)


@router.get("/conversations/{conversation}")
async def read_conversation(
    conversation: Id, asking: Asking, user: Reader, house: House
) -> MaskedConversation:
    """One of them, masked."""
    async with reading(house.database) as session:
        shown = await read_masked(session, asking, conversation)
    await note_reading(house, user, conversation, shown.conversation.client)
    return shown


@router.get("/{chart}.csv", response_class=Response)
async def download_chart(chart: ChartName, asking: Asking, user: Reader, house: House) -> Response:
    """The chart's rows as a file."""
    shown = await read_chart(chart, asking, house)
    await note_export(house, user, chart, asking.scope)
    name = f"{chart}-{asking.scope.first}-{asking.scope.last}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    content = as_csv(shown, asking.language)
    return Response(content, media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/{chart}")
async def read_chart(chart: ChartName, asking: Asking, house: House) -> Chart:
    """A chart with its rows."""
    async with reading(house.database) as session:
        return await count_chart(session, chart, asking)


def _channels(client: Client) -> list[str]:
    return list(client.channels.model_dump(exclude_none=True))

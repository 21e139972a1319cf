"""Builds the application: services, routes, and what runs beside them."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from fastapi import FastAPI
from starlette.types import Lifespan

from backend import health, pages, problems
from backend.agreements.routes import router as agreements
from backend.analytics.routes import router as figures
from backend.attachments.routes import router as attachments
from backend.audit.sealing import Sealing
from backend.cases.routes import router as cases
from backend.channels.link_routes import router as links
from backend.channels.routes import router as channels
from backend.channels.secrets import require_secrets
from backend.channels.worker import ChannelWorker
from backend.clients.book import ClientBook
from backend.clients.routes import router as clients
from backend.clients.watching import ClientWatch
from backend.clock import Clock
from backend.closing.routes import router as closing
from backend.confirmations.routes import router as confirmations
from backend.conversations.assistant import AssistantClient
from backend.conversations.recovery import Recovery
from backend.conversations.routes import router as conversations
from backend.cross_origin import ChatPages
from backend.database import Database
from backend.database.busy import answer_when_busy
from backend.demo.preparing import prepare
from backend.demo.routes import router as demo
from backend.export.routes import router as export
from backend.followup.answering import answer_about_reminders
from backend.followup.routes import router as followup
from backend.followup.worker import Followup
from backend.handoff.board import Board
from backend.handoff.given_back import whether_given_back
from backend.handoff.given_up import reach_a_person
from backend.handoff.news import QueueNews
from backend.handoff.queue_presses import take_queue_press
from backend.handoff.queue_words import word_of_the_queue
from backend.handoff.routes import router as handoff
from backend.handoff.telling import QUEUE
from backend.handoff.triggers import triggers_that_may_be
from backend.hosts import KnownHosts, names_of
from backend.identity.page_secrets import check_page_secrets
from backend.live.limits import read_limits
from backend.live.opening import Live, open_live
from backend.macros.routes import router as macros
from backend.metrics.requests import RequestLog
from backend.misses.routes import router as misses
from backend.notes.routes import router as notes
from backend.quiet.worker import QuietLine
from backend.readable import ReadableAddresses
from backend.rehearsal.routes import router as rehearsal
from backend.replies.routes import router as replies
from backend.retention.daily import DailyRetention
from backend.searching.routes import router as searching
from backend.services import Services
from backend.settings import Settings
from backend.staff.audit_routes import router as audit
from backend.staff.client_routes import router as client_files
from backend.staff.deadlines.routes import router as deadlines
from backend.staff.desk.sockets import DeskSockets
from backend.staff.duty.routes import router as duty
from backend.staff.granting.agreeing import take_yes
from backend.staff.granting.routes import router as granting
from backend.staff.granting.sending import AGREES
from backend.staff.provider.opening import open_provider
from backend.staff.provider.routes import router as provider
from backend.staff.reopening import reopen
from backend.staff.routes import router as staff
from backend.staff.second_step.routes import router as second_step
from backend.staff.user_routes import router as users
from backend.texts import read_texts

ROUTES = [
    conversations,
    channels,
    links,
    clients,
    cases,
    agreements,
    followup,
    handoff,
    staff,
    duty,
    provider,
    second_step,
    granting,
    client_files,
    deadlines,
    figures,
    audit,
    users,
    demo,
    rehearsal,
    misses,
    health.router,
    export,
    confirmations,
    attachments,
    notes,
    macros,
    replies,
    searching,
    closing,
]


def make_services(settings: Settings, database: Database, live: Live) -> Services:
    """The services that the settings describe."""
    return Services(
        settings=settings,
        database=database,
        clock=Clock(settings.assistant_today, settings.assistant_time),
        # A demonstration does without a file that is wrong; production refuses to start.
        clients=ClientBook.read(settings.clients_folder, leave_out_wrong_files=settings.demo),
        hub=live.hub,
        assistant=AssistantClient(
            settings.rasa_urls,
            settings.rasa_secret.get_secret_value(),
            settings.turn_timeout_seconds,
        ),
        texts=read_texts(),
        provider=open_provider(settings),
        own_answers=(answer_about_reminders,),
        own_buttons={AGREES: take_yes, QUEUE: take_queue_press},
        own_words=(word_of_the_queue,),
        when_given_up=(reach_a_person,),
        when_reopened=reopen,
        where_in_queue=Board().event,
        also_told=(triggers_that_may_be, whether_given_back),
    )


def create_app(services: Services, live: Live) -> FastAPI:
    """The application over given services; it starts nothing beside itself."""
    app = _build(services.settings)
    app.state.services, app.state.live = services, live
    return app


def serve_app(settings: Settings) -> FastAPI:
    """The application as it serves: it opens its services when the server starts."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with _open_services(settings) as (services, live):
            app.state.services, app.state.live = services, live
            yield

    return _build(settings, lifespan)


def _build(settings: Settings, lifespan: Lifespan[FastAPI] | None = None) -> FastAPI:
    app = FastAPI(
        title="Sovinto",
        version="0.1.0",
        redoc_url=None,
        # The map of all routes is for whoever develops, not for whoever comes by.
        openapi_url="/openapi.json" if settings.demo else None,
        lifespan=lifespan,
    )
    app.state.desk = DeskSockets()
    problems.install(app)
    answer_when_busy(app)
    for router in ROUTES:
        # As they are: `include_router` would build each of them anew for every application.
        app.router.routes.extend(router.routes)
    pages.mount(app, settings)
    app.add_middleware(ReadableAddresses)
    app.add_middleware(ChatPages)
    app.add_middleware(KnownHosts, names=names_of(settings))
    app.add_middleware(RequestLog)
    return app


@asynccontextmanager
async def _open_services(settings: Settings) -> AsyncIterator[tuple[Services, Live]]:
    """Database open, demo data laid, and what was left unanswered taken up again."""
    database = Database(settings.database_url)
    try:
        async with open_live(settings.redis_url, read_limits(settings.limits_file)) as live:
            services = make_services(settings, database, live)
            require_secrets(settings, services.clients)
            check_page_secrets(settings, [client.id for client in services.clients])
            if settings.demo:
                async with live.locks.hold("demo-data"):  # several processes start at once
                    await prepare(services)
            beside = [asyncio.create_task(worker) for worker in _workers(services, live)]
            try:
                yield services, live
            finally:
                for task in beside:
                    task.cancel()
                await asyncio.gather(*beside, return_exceptions=True)
                await services.assistant.close()
    finally:
        await database.close()


def _workers(services: Services, live: Live) -> list[Coroutine[Any, Any, None]]:
    """What runs beside the application until it ends."""
    workers = [
        Recovery(services, live.locks).run(),
        ClientWatch(services.clients).run(),
        Followup(services).run(),
        QueueNews(services).run(),
        ChannelWorker(services, live).run(),
        Sealing(services.database, live.locks).run(),
    ]
    if services.settings.quiet_after_minutes > 0:
        after = timedelta(minutes=services.settings.quiet_after_minutes)
        workers.append(QuietLine(services, after).run())
    if services.settings.retention_at is not None:
        workers.append(DailyRetention(services, live.locks, services.settings.retention_at).run())
    return workers

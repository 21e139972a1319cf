"""Settings of the backend, from the environment; .env.example has a line for each."""

from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).parent.parent
DEMO_SECRET = "demo"

Port = Annotated[int, Field(ge=1, le=65535)]


class Settings(BaseSettings):
    """Typed settings with safe defaults. Production refuses to start with a demo secret."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    demo: bool = True
    port: Port = 8000
    host: str = "127.0.0.1"
    public_url: str = "http://127.0.0.1:8000"
    database_url: str = f"sqlite+aiosqlite:///{ROOT}/var/sovinto.sqlite3"
    redis_url: str | None = None
    allowed_hosts: list[str] = []
    trusted_proxies: str = "127.0.0.1"

    rasa_urls: list[str] = ["http://127.0.0.1:5005"]
    rasa_secret: SecretStr = SecretStr(DEMO_SECRET)
    turn_timeout_seconds: float = 12.0

    service_token: SecretStr = SecretStr(DEMO_SECRET)
    payment_page_secret: SecretStr = SecretStr("demo-secret-of-the-payment-pages")
    metrics_token: SecretStr | None = None
    clients_folder: Path = ROOT / "backend" / "clients" / "demo"
    widgets_folder: Path = ROOT / "widgets" / "dist"
    retention_at: time | None = None
    limits_file: Path = ROOT / "backend" / "live" / "limits.yaml"
    working_copy: Path | None = None

    telegram_api_url: str | None = None
    sms_api_url: str | None = None
    whatsapp_api_url: str | None = None

    assistant_today: date | None = None
    assistant_time: time | None = None

    @model_validator(mode="after")
    def refuse_demo_secrets_in_production(self) -> Self:
        """Raises ValueError that names each secret still to be set."""
        if self.demo:
            return self
        weak = [
            name.upper()
            for name in ("rasa_secret", "service_token", "payment_page_secret", "metrics_token")
            if (secret := getattr(self, name)) is not None and is_weak(secret.get_secret_value())
        ]
        if weak:
            raise ValueError(
                f"production needs secrets of its own, at least 32 characters: {', '.join(weak)}"
            )
        return self


def is_weak(secret: str) -> bool:
    """Whether a secret is too short for production, or a demonstration's."""
    return len(secret) < 32 or secret.startswith(DEMO_SECRET)


@cache
def get_settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()

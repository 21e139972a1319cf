"""Settings of the backend, from the environment; .env.example has a line for each."""

from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import SettingsConfigDict, SettingsError

from backend.settings_of_sign_in import SignInSettings

ROOT = Path(__file__).parent.parent
DEMO_SECRET = "demo"
SECRETS = (
    "rasa_secret",
    "rasa_token",
    "service_token",
    "payment_page_secret",
    "second_step_key",
    "metrics_token",
)
WEAK = "a secret of your own, 32 characters or more"

Port = Annotated[int, Field(ge=1, le=65535)]


class SettingsWrong(ValueError):
    """Settings that cannot be used; the text has a line for each."""


class Settings(SignInSettings):
    """Typed settings with safe defaults. Production refuses to start with a demo secret."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True)

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
    #: Of Rasa's own interface, which the backend never asks; here so that a weak one is refused.
    rasa_token: SecretStr | None = None
    turn_timeout_seconds: float = 12.0

    service_token: SecretStr = SecretStr(DEMO_SECRET)
    payment_page_secret: SecretStr = SecretStr("demo-secret-of-the-payment-pages")
    #: Keeps the secrets of the second step at sign-in.
    second_step_key: SecretStr = SecretStr("demo-key-of-the-second-step")
    metrics_token: SecretStr | None = None
    clients_folder: Path = ROOT / "backend" / "clients" / "demo"
    widgets_folder: Path = ROOT / "widgets" / "dist"
    retention_at: time | None = None
    #: 0: a debtor who has gone quiet hears nothing.
    quiet_after_minutes: Annotated[float, Field(ge=0)] = 5.0
    limits_file: Path = ROOT / "backend" / "live" / "limits.yaml"
    working_copy: Path | None = None

    telegram_api_url: str | None = None
    sms_api_url: str | None = None
    whatsapp_api_url: str | None = None

    assistant_today: date | None = None
    assistant_time: time | None = None

    @field_validator(*SECRETS)
    @classmethod
    def refuse_demo_secrets_in_production(
        cls, secret: SecretStr | None, info: ValidationInfo
    ) -> SecretStr | None:
        """Raises PydanticCustomError for each secret still to be set."""
        in_production = not info.data.get("demo", True)
        if in_production and secret is not None and is_weak(secret.get_secret_value()):
            raise PydanticCustomError("weak_secret", WEAK)
        return secret


def is_weak(secret: str) -> bool:
    """Whether a secret is too short for production, or a demonstration's."""
    return len(secret) < 32 or secret.startswith(DEMO_SECRET)


def wrong_settings(error: ValidationError) -> list[str]:
    """A line for each setting that is wrong: its name, and what it has to be."""
    found = error.errors(include_input=False, include_url=False)
    return [f"{'.'.join(map(str, one['loc'])).upper()}: {one['msg']}" for one in found]


@cache
def get_settings() -> Settings:
    """The settings of this process, read once. Raises SettingsWrong."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsWrong("\n".join(wrong_settings(error))) from error
    except SettingsError as error:  # a list that is not written as one
        raise SettingsWrong(str(error)) from error

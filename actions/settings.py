"""Settings of the action server, from the environment; .env.example has a line for each."""

from functools import cache

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Where the case API is, how to sign in there, and how long to wait for it."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    case_api_url: str = "http://127.0.0.1:8000"
    service_token: SecretStr = SecretStr("demo")
    case_api_timeout_seconds: float = 2.5


@cache
def get_settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()

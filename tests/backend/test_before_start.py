"""What is to be set is told before anything starts, all of it at once."""

import shutil
from pathlib import Path

import pytest

from backend.before_start import refuse_to_start, what_is_wrong
from backend.settings import ROOT

DEMO_CLIENTS = ROOT / "backend" / "clients" / "demo"
GOOD = "a secret of thirty-two characters and more"
SECRETS = ("RASA_SECRET", "RASA_TOKEN", "SERVICE_TOKEN", "PAYMENT_PAGE_SECRET", "SECOND_STEP_KEY")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Production with a client that has the web alone, and with all secrets."""
    copied = tmp_path / "clients"
    copied.mkdir()
    shutil.copy(DEMO_CLIENTS / "se-bredband.yaml", copied)
    monkeypatch.setenv("DEMO", "false")
    monkeypatch.setenv("CLIENTS_FOLDER", str(copied))
    for name in SECRETS:
        monkeypatch.setenv(name, GOOD)
    return copied


def test_with_the_web_alone_no_channel_needs_a_secret(folder: Path) -> None:
    assert what_is_wrong() == []
    refuse_to_start()


def test_secrets_files_and_channels_are_told_together(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(DEMO_CLIENTS / "se-energi.yaml", folder)
    (folder / "broken.yaml").write_text("id: [", encoding="utf-8")
    monkeypatch.setenv("RASA_TOKEN", "demo")
    monkeypatch.setenv("PORT", "0")
    monkeypatch.setenv("SE_BREDBAND_PAYMENT_PAGE_SECRET", "short")
    told = "\n".join(what_is_wrong())
    for named in (
        "PORT:",
        "RASA_TOKEN:",
        "broken.yaml line 1:",
        "SE_ENERGI_TELEGRAM_TOKEN:",
        "SE_ENERGI_WHATSAPP_VERIFY:",
        "SE_BREDBAND_PAYMENT_PAGE_SECRET:",
    ):
        assert named in told
    assert "SE_BREDBAND_TELEGRAM" not in told
    assert "SERVICE_TOKEN" not in told
    with pytest.raises(SystemExit, match="not started"):
        refuse_to_start()


def test_a_folder_without_a_client_is_told(folder: Path) -> None:
    (folder / "se-bredband.yaml").unlink()
    assert "no client's file" in "\n".join(what_is_wrong())


def test_a_demonstration_needs_nothing(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    for name in (*SECRETS, "DEMO"):
        monkeypatch.delenv(name)
    (folder / "broken.yaml").write_text("id: [", encoding="utf-8")
    assert what_is_wrong() == []

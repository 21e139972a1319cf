"""Codes as apps make them: six digits, another each half minute (RFC 6238)."""

from datetime import datetime

_HOUSE = "Sovinto"
#: Half minutes by which a phone's clock may be wrong, either way.
_DRIFT = 1


def new_secret() -> str:
    """160 bits in base32, as apps take it."""
    import pyotp

    return pyotp.random_base32()


def address_for_apps(secret: str, email: str) -> str:
    """The otpauth: address that an app reads from a QR code."""
    import pyotp

    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=_HOUSE)


def half_minute_of(secret: str, code: str, now: datetime) -> int | None:
    """Which half minute, counted from 1970, the code belongs to; None when to none near now."""
    import pyotp

    try:
        return pyotp.TOTP(secret).verify_and_get_timecode(code, for_time=now, valid_window=_DRIFT)
    except pyotp.OTPVerificationError:
        return None

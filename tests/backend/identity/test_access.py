"""The token that opens a conversation."""

from backend.identity.access import fingerprint, new_token, opens


def test_a_token_opens_what_has_its_fingerprint() -> None:
    token = new_token()
    assert opens(token, fingerprint(token))


def test_no_other_token_opens_it() -> None:
    stored = fingerprint(new_token())
    assert not any(opens(token, stored) for token in (new_token(), "", stored, "ö", "\ud800"))


def test_the_token_itself_is_not_in_its_fingerprint() -> None:
    token = new_token()
    assert len(token) >= 43
    assert token not in fingerprint(token)

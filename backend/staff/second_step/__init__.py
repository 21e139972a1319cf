"""The second step at sign-in: a code from an app (TOTP, RFC 6238), or a recovery code."""

"""Signing in with the house's own identity provider, over OpenID Connect."""

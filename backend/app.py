"""Builds the application: services, routes, and what runs beside them."""

"""Readings to a published snapshot."""

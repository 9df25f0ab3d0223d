"""Snapshot in, HTTP out."""

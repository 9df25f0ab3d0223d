"""Judgements by hand, kept apart and replayed on every build."""

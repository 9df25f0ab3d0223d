"""Word groups and clauses."""

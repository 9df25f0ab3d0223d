"""States and entities with verified identifiers."""

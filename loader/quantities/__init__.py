"""Numbers, money and times."""

"""Formats that articles come in: for each, its bytes to texts with what they say of themselves."""

"""Articles as they come: bytes to text, what is known of them, what is rejected."""

"""Routes: parse the request, call, render."""

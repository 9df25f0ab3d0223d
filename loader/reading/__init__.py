"""An article's claims: reference, status, quotation, frames, together."""

"""Articles in, snapshots out."""

"""What a group or clause states: triggers, slots, statements, as data."""

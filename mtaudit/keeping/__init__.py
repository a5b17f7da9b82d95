"""What outlives a run: what was found before, and what was seen of the feeds."""

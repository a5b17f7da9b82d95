"""Words, letters, dates and figures of another language."""

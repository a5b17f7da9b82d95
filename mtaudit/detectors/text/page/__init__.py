"""What belongs to the page, the feed or the encoding, and not to the article."""

"""What was denied is told as so, what was so as denied, or as its opposite."""

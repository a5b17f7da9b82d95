"""What is lacking in the copy, what was added, repeated, or stands elsewhere."""

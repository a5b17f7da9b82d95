"""What the gate says: one file per format, named after it, and what these formats share."""

"""A copy and its original: which sentences correspond, and how their words differ."""

"""Names turned round, torn or rendered."""

"""Metrics: thin over sacreBLEU, similarity in context, and fidelity."""

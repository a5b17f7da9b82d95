"""Metrics: thin over sacreBLEU, and fidelity."""

"""How the small calibrated files in mtaudit were made: scripts that read public benchmarks where they lie."""

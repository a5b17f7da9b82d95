"""Fixtures for tests of more than one folder."""

from __future__ import annotations

import pytest
import test_render_sample

from mtaudit.records import Run


@pytest.fixture
def sample_run() -> Run:
    return test_render_sample.run()

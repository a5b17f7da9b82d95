"""Fixtures for tests of more than one folder."""

from __future__ import annotations

import os
import tempfile

import pytest
import test_render_sample

from mtaudit.records import Run

os.environ["MTAUDIT_CACHE"] = tempfile.mkdtemp(prefix="mtaudit-tests-")
"""No test depends on whether a model is installed for the one who runs it; children inherit this."""


@pytest.fixture
def sample_run() -> Run:
    return test_render_sample.run()

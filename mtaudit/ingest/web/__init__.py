"""Pages and feeds of the open web, fetched politely and within limits."""

from mtaudit.ingest.web.addresses import is_address
from mtaudit.ingest.web.answers import Answer, Cache

__all__ = ["Answer", "Cache", "is_address"]

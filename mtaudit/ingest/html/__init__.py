"""A web page, or the piece of one in a feed → Document: text with roles, headline, outlet, author, date, address."""

from mtaudit.ingest.html.article import article, fragment, lines
from mtaudit.ingest.html.metadata import Metadata, language_code
from mtaudit.ingest.html.tree import declared_charset, text_of

__all__ = ["Metadata", "article", "declared_charset", "fragment", "language_code", "lines", "text_of"]

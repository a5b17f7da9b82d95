"""Facts of language read from text: words, names, numbers, dates, quotations, lexical relations."""

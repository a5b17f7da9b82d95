"""What a person reads in an audit, before any markup: passages, numbered findings, sentences.

Shared by the renderers that people look at; tools read the records through `json`.
"""

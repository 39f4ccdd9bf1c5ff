"""Consents: what a person agreed to, in which words, when, and until when."""

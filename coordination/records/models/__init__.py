from .access import AccessEntry
from .job import Job
from .rule import Rule
from .stored_file import StoredFile

__all__ = ["AccessEntry", "Job", "Rule", "StoredFile"]

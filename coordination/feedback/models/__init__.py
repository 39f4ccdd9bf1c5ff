from .suggestion import Suggestion

__all__ = ["Suggestion"]

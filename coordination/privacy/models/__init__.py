from .consent import Consent, ConsentText, Purpose

__all__ = ["Consent", "ConsentText", "Purpose"]

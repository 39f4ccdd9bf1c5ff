from .message import Attachment, Message, MessageName
from .safe_link import SafeLink

__all__ = ["Attachment", "Message", "MessageName", "SafeLink"]

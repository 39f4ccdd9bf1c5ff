from .call import Call
from .message import Attachment, Message, MessageName
from .print_run import Letter, PrintRun
from .safe_link import SafeLink

__all__ = ["Attachment", "Call", "Letter", "Message", "MessageName", "PrintRun", "SafeLink"]

from .call import Call
from .message import Attachment, Message, MessageName
from .message_text import MessageText, NoticePace
from .print_run import Letter, PrintRun
from .received_mail import ReceivedMail
from .safe_link import SafeLink

__all__ = [
    "Attachment",
    "Call",
    "Letter",
    "Message",
    "MessageName",
    "MessageText",
    "NoticePace",
    "PrintRun",
    "ReceivedMail",
    "SafeLink",
]

from .approver import Approver
from .budget import Budget
from .consequence import Consequence
from .fee import Fee, FeeQuerySet
from .fee_inquiry import FeeInquiry
from .fee_number import FeeNumber
from .ledger import LedgerExport, LedgerView
from .payment_batch import BatchRow, PaymentBatch
from .payroll import BatchLayout, PayCode, PayeeNumber
from .price import PackagePart, PriceClass
from .travel_claim import ClaimLine, TravelClaim
from .travel_rate import TravelRate

__all__ = [
    "Approver",
    "BatchLayout",
    "BatchRow",
    "Budget",
    "ClaimLine",
    "Consequence",
    "Fee",
    "FeeInquiry",
    "FeeNumber",
    "FeeQuerySet",
    "LedgerExport",
    "LedgerView",
    "PackagePart",
    "PayCode",
    "PayeeNumber",
    "PaymentBatch",
    "PriceClass",
    "TravelClaim",
    "TravelRate",
]

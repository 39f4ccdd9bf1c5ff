from .consequence import Consequence
from .fee import Fee, FeeQuerySet
from .fee_number import FeeNumber
from .price import PackagePart, PriceClass
from .travel_claim import ClaimLine, TravelClaim
from .travel_rate import TravelRate

__all__ = [
    "ClaimLine",
    "Consequence",
    "Fee",
    "FeeNumber",
    "FeeQuerySet",
    "PackagePart",
    "PriceClass",
    "TravelClaim",
    "TravelRate",
]

from .consequence import Consequence
from .fee import Fee
from .fee_number import FeeNumber
from .price import PriceClass

__all__ = ["Consequence", "Fee", "FeeNumber", "PriceClass"]

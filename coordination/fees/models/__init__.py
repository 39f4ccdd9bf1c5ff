from .consequence import Consequence
from .fee import Fee, FeeQuerySet
from .fee_number import FeeNumber
from .price import PriceClass

__all__ = ["Consequence", "Fee", "FeeNumber", "FeeQuerySet", "PriceClass"]

from .fee import Fee
from .price import PriceClass

__all__ = ["Fee", "PriceClass"]

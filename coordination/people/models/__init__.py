from .agreement import UnitAgreement
from .contact import Contact
from .invitation import SignInInvitation
from .need import Need
from .partnership import Partnership
from .person import Person
from .role import Role
from .unit import Unit
from .user import User

__all__ = ["Contact", "Need", "Partnership", "Person", "Role", "SignInInvitation", "Unit", "UnitAgreement", "User"]

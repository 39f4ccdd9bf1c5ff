from .article import ArticlePage
from .council import CouncilIndexPage, CouncilPage
from .folder import FolderPage
from .home import HomePage
from .news import NewsIndexPage, NewsPage
from .organisation import OrganisationSettings

__all__ = [
    "ArticlePage",
    "CouncilIndexPage",
    "CouncilPage",
    "FolderPage",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "OrganisationSettings",
]

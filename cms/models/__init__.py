from .article import ArticlePage
from .folder import FolderPage
from .home import HomePage
from .news import NewsIndexPage, NewsPage
from .organisation import OrganisationSettings

__all__ = ["ArticlePage", "FolderPage", "HomePage", "NewsIndexPage", "NewsPage", "OrganisationSettings"]

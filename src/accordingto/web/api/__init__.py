"""The same lines for programs: JSON in the shapes of ``export --format json``, page by page, with stable ids."""

from accordingto.web.api.lines import router

__all__ = ["router"]

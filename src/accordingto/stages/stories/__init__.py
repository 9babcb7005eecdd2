"""Documents -> Stories: which of them tell of one story, so that accounts of different ones are never compared."""

from accordingto.stages.stories.group import group_stories
from accordingto.stages.stories.share import Shares

__all__ = ["Shares", "group_stories"]

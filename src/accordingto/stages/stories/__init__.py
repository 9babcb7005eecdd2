"""Documents -> Stories: which of them tell of one story, so that accounts of different ones are never compared."""

from accordingto.stages.stories.group import group_signs, group_stories
from accordingto.stages.stories.share import Shares
from accordingto.stages.stories.signs import Signs, find_signs

__all__ = ["Shares", "Signs", "find_signs", "group_signs", "group_stories"]

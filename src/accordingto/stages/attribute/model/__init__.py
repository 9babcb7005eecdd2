"""The trained finder of attributions: which words are cues and what they bring. See docs/attribution_model.md."""

from accordingto.stages.attribute.model.find import Candidate, find_candidates, keep_apart

__all__ = ["Candidate", "find_candidates", "keep_apart"]

"""The trained finder of attributions: which words are cues, and whose words they bring. See docs/attribution_model.md."""

from accordingto.stages.attribute.model.find import Candidate, find_candidates

__all__ = ["Candidate", "find_candidates"]

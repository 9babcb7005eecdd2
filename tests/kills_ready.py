"""What a program that is to be killed has loaded before it begins, so that the moments fall into its work."""

from accordingto.settings import DEFAULT_MODEL
from accordingto.stages.attribute.model.judge import load_judge
from accordingto.stages.attribute.model.network import load_networks
from accordingto.stages.parse.spacy_parse import load_parser
from accordingto.store.gazetteer import open_gazetteer

load_parser(DEFAULT_MODEL)
load_networks()
load_judge()
open_gazetteer()

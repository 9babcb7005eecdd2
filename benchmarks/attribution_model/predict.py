"""Reads documents with trained weights and keeps every likely cue with its words' chances (for tuning and scoring)."""

import argparse
import pickle
from pathlib import Path

import numpy as np
import torch
from examples import Example, load_examples
from network import Network
from train import collate, make_batches

from accordingto.stages.attribute.model.pieces import Vocabulary
from accordingto.stages.attribute.model.relations import SIZES, relate

LEAST_CUE = 0.05


def predict(network: Network, examples: list[Example]) -> list[dict]:
    """One entry a likely cue: document, first token of the window, cue token, chances."""
    network.eval()
    found = []
    with torch.no_grad():
        for batch in make_batches(examples, 2500):
            pieces, columns, mask = collate(batch)
            x, cue, tag = network.encoder(pieces, columns, mask)
            chance = torch.sigmoid(cue) * mask
            tags = tag.softmax(-1).numpy()
            rows, anchors = torch.nonzero(chance > LEAST_CUE, as_tuple=True)
            if not len(rows):
                continue
            relations = np.zeros((len(rows), x.shape[1], len(SIZES)), np.int64)
            for at, (row, anchor) in enumerate(zip(rows.tolist(), anchors.tolist(), strict=True)):
                w = batch[row].window
                relations[at, : w.last - w.first] = relate(w, anchor)
            classes, holds = network.reader(x[rows], anchors, torch.from_numpy(relations), mask[rows])
            classes, holds = classes.softmax(-1).numpy(), torch.sigmoid(holds).numpy()
            for at, (row, anchor) in enumerate(zip(rows.tolist(), anchors.tolist(), strict=True)):
                w = batch[row].window
                size = w.last - w.first
                found.append(
                    {
                        "document": batch[row].document,
                        "first": w.first,
                        "cue": w.first + anchor,
                        "p_cue": float(chance[row, anchor]),
                        "p_holds": float(holds[at]),
                        "classes": classes[at, :size].astype(np.float32),
                        "tags": tags[row, :size].astype(np.float32),
                    }
                )
    return sorted(found, key=lambda f: (f["document"], f["cue"]))


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--minilm", type=Path, required=True)
    options.add_argument("--weights", type=Path, required=True)
    options.add_argument("--documents", type=Path, required=True)
    options.add_argument("--validation", action="store_true")
    options.add_argument("--layers", type=int, default=3)
    options.add_argument("--out", type=Path, required=True)
    args = options.parse_args()
    vocabulary = Vocabulary((args.minilm / "vocab.txt").read_text(encoding="utf-8").split("\n"))
    network = Network(args.layers)
    network.load_state_dict(torch.load(args.weights))
    documents, examples = load_examples(args.documents, vocabulary)
    if args.validation:
        examples = [e for e in examples if e.document % 10 == 7]
    found = predict(network, examples)
    kept = sorted({e.document for e in examples})
    args.out.write_bytes(pickle.dumps(([(n, *documents[n]) for n in kept], found)))
    print(len(kept), "documents", len(found), "candidates")


if __name__ == "__main__":
    main()

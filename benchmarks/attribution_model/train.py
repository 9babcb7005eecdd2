"""Trains the network on PolNeAR train and keeps the weights: python benchmarks/attribution_model/train.py --help."""

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
from examples import Example, load_examples
from network import Network, load_minilm
from torch import Tensor, distributed, multiprocessing
from torch.nn import functional

from accordingto.stages.attribute.model.pieces import Vocabulary
from accordingto.stages.attribute.model.relations import SIZES, relate


def main() -> None:
    """Train, print the loss, keep the weights."""
    options = argparse.ArgumentParser()
    options.add_argument("--minilm", type=Path, required=True)
    options.add_argument("--train", type=Path, required=True, help="cached documents with parses")
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--layers", type=int, default=2)
    options.add_argument("--epochs", type=int, default=3)
    options.add_argument("--tokens", type=int, default=1500, help="words a step")
    options.add_argument("--rate", type=float, default=3e-4)
    options.add_argument("--new-rate", type=float, default=1e-3)
    options.add_argument("--all", action="store_true", help="keep no documents for validation")
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--workers", type=int, default=2, help="processes of one thread each; weights are averaged")
    options.add_argument("--average", type=int, default=8, help="steps between averages")
    options.add_argument("--init", type=Path, help="go on from these weights")
    options.add_argument("--share", type=float, default=1.0, help="part of each epoch's batches to use")
    options.add_argument("--warm", type=float, default=0.08, help="part of the steps that the rates grow in")
    args = options.parse_args()
    if args.workers == 1:
        work(0, args)
    else:
        multiprocessing.start_processes(work, (args,), nprocs=args.workers, start_method="spawn")


def work(rank: int, args: argparse.Namespace) -> None:
    """One worker trains on its share of every epoch; all draw the same batches from the same seed."""
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    if args.workers > 1:
        store = distributed.FileStore(f"{args.out}.store", args.workers)
        distributed.init_process_group("gloo", store=store, rank=rank, world_size=args.workers)
    vocabulary = Vocabulary((args.minilm / "vocab.txt").read_text(encoding="utf-8").split("\n"))
    _, examples = load_examples(args.train, vocabulary)
    examples = [e for e in examples if args.all or e.document % 10 != 7]
    network = Network(args.layers)
    load_minilm(network.encoder, args.minilm)
    if args.init:
        network.load_state_dict(torch.load(args.init))
    network.encoder.word.requires_grad_(requires_grad=False)
    if rank == 0:
        print(len(examples), "windows", sum(len(e.cues) for e in examples), "cues", flush=True)
    train(network, examples, rank, args)


def train(network: Network, examples: list[Example], rank: int, args: argparse.Namespace) -> None:
    """Steps with a short warm-up and a straight way down; keeps the weights after every epoch."""
    optimizer, values = make_optimizer(network, args)
    began, done = time.time(), 0
    plan = [make_batches(examples, args.tokens) for _ in range(args.epochs)]
    for batches in plan:
        random.shuffle(batches)
        del batches[max(args.workers, int(args.share * len(batches))) :]
    steps = sum(len(batches) // args.workers for batches in plan)
    for epoch, batches in enumerate(plan):
        network.train()
        sums = np.zeros(4)
        mine = batches[rank :: args.workers][: len(batches) // args.workers]
        for batch in mine:
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * min((done + 1) / (args.warm * steps), max(0.02, 1 - done / steps))
            losses = step(network, batch)
            optimizer.zero_grad()
            sum(losses).backward()
            torch.nn.utils.clip_grad_norm_(values, 1.0)
            optimizer.step()
            sums += [float(loss.detach()) for loss in losses]
            done += 1
            if args.workers > 1 and (done % args.average == 0 or batch is mine[-1]):
                average(values)
            if rank == 0 and done % 20 == 0:
                print(epoch, done, steps, f"{time.time() - began:.0f}s", flush=True)
                torch.save(network.state_dict(), args.out)
        if rank == 0:
            print("epoch", epoch, f"{time.time() - began:.0f}s", "cue tag reader holds", sums / len(mine), flush=True)
            torch.save(network.state_dict(), args.out)


def make_optimizer(
    network: Network, args: argparse.Namespace
) -> tuple[torch.optim.Optimizer, list[torch.nn.Parameter]]:
    """Slow steps for what MiniLM knows, quick ones for what is new."""
    old, new = [], []
    for name, value in network.named_parameters():
        if value.requires_grad:
            pretrained = name.startswith(("encoder.layers", "encoder.position", "encoder.norm"))
            (old if pretrained else new).append(value)
    groups = [{"params": old, "peak": args.rate}, {"params": new, "peak": args.new_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98)), [*old, *new]


def average(values: list[torch.nn.Parameter]) -> None:
    """Give every worker the mean of all workers' weights."""
    flat = torch.cat([value.data.flatten() for value in values])
    distributed.all_reduce(flat)
    flat /= distributed.get_world_size()
    at = 0
    for value in values:
        value.data.copy_(flat[at : at + value.numel()].view_as(value))
        at += value.numel()


def make_batches(examples: list[Example], tokens: int) -> list[list[Example]]:
    """Windows of like length together, in a new order each time."""
    keyed = sorted(examples, key=lambda e: (e.window.last - e.window.first) + random.random() * 6)
    batches: list[list[Example]] = [[]]
    for example in keyed:
        longest = max(12, example.window.last - example.window.first)
        if len(batches[-1]) * longest >= tokens:
            batches.append([])
        batches[-1].append(example)
    return batches


def collate(batch: list[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, columns and mask of some windows, padded."""
    size = max(e.window.last - e.window.first for e in batch)
    pieces = np.zeros((len(batch), size, batch[0].window.pieces.shape[1]), np.int64)
    columns = np.zeros((len(batch), size, 7), np.int64)
    mask = np.zeros((len(batch), size), np.float32)
    for row, example in enumerate(batch):
        w = example.window
        end = w.last - w.first
        pieces[row, :end] = w.pieces
        columns[row, :end] = np.stack([w.pos, w.tag, w.dep, w.ent, w.quote > 0, w.place, w.head], 1)
        mask[row, :end] = 1
    return torch.from_numpy(pieces), torch.from_numpy(columns), torch.from_numpy(mask)


def step(network: Network, batch: list[Example]) -> list[Tensor]:
    pieces, columns, mask = collate(batch)
    x, cue, tag = network.encoder(pieces, columns, mask)
    size = x.shape[1]
    gold = torch.zeros_like(cue)
    tags = torch.full(cue.shape, -100)
    for row, example in enumerate(batch):
        end = example.window.last - example.window.first
        tags[row, :end] = 0
        for anchor, classes in zip(example.cues, example.classes, strict=True):
            gold[row, anchor] = 1
            known = torch.from_numpy(classes).long()
            tags[row, :end] = torch.where(known > 0, known, tags[row, :end])
    cue_loss = (functional.binary_cross_entropy_with_logits(cue, gold, reduction="none") * mask).sum() / mask.sum() * 15
    tag_loss = functional.cross_entropy(tag.flatten(0, 1), tags.flatten(), ignore_index=-100)
    pairs = choose_pairs(batch, cue.detach(), gold)
    if not pairs:
        return [cue_loss, tag_loss, cue_loss * 0, cue_loss * 0]
    rows = torch.tensor([row for row, _, _ in pairs])
    anchors = torch.tensor([anchor for _, anchor, _ in pairs])
    relations = np.zeros((len(pairs), size, len(SIZES)), np.int64)
    answers = torch.full((len(pairs), size), -100)
    for at, (row, anchor, classes) in enumerate(pairs):
        w = batch[row].window
        relations[at, : w.last - w.first] = relate(w, anchor)
        if classes is not None:
            answers[at, : w.last - w.first] = torch.from_numpy(classes).long()
    found, holds = network.reader(x[rows], anchors, torch.from_numpy(relations), mask[rows])
    held = torch.tensor([float(classes is not None) for _, _, classes in pairs])
    known = (answers >= 0).sum().clamp(min=1)
    reader_loss = (
        functional.cross_entropy(found.flatten(0, 1), answers.flatten(), ignore_index=-100, reduction="sum") / known
    )
    return [cue_loss, tag_loss * 0.5, reader_loss * 2, functional.binary_cross_entropy_with_logits(holds, held) * 0.5]


def choose_pairs(batch: list[Example], cue: Tensor, gold: Tensor) -> list[tuple[int, int, np.ndarray | None]]:
    """Every true cue, and the likeliest wrong ones of each window."""
    chance = torch.sigmoid(cue).masked_fill(gold > 0, 0)
    top, where = chance.topk(min(2, chance.shape[1]), dim=1)
    pairs: list[tuple[int, int, np.ndarray | None]] = []
    for row, example in enumerate(batch):
        pairs.extend((row, anchor, classes) for anchor, classes in zip(example.cues, example.classes, strict=True))
        pairs.extend(
            (row, int(w), None)
            for p, w in zip(top[row].tolist(), where[row].tolist(), strict=True)
            if p > 0.08 and w < example.window.last - example.window.first
        )
    return pairs


if __name__ == "__main__":
    main()

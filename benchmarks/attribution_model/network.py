"""The network that is trained: the lower layers of MiniLM over parsed words, and a reader of word pairs (cue, word).

Words come in as spaCy cut them: the mean of a word's pieces, plus what the parser says of it, plus its head's pieces.
One pass gives every word a vector and the chance that it is a cue. Each likely cue is then read against every word of
its window (path in the parse, distance, quotation) to tell source, cue and content from the rest.
"""

import json
import struct
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from accordingto.stages.attribute.model.relations import SIZES
from accordingto.stages.attribute.model.tables import DEPS, ENTS, POS, TAGS

WIDTH = 384
CLASSES = 4  # nothing, source, cue, content


class Layer(nn.Module):
    """One BERT layer (norms after the sums)."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Read ``x`` (windows, words, width); ``mask`` adds minus a lot to padding."""
        size, words, width = x.shape
        parts = self.qkv(x).view(size, words, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        query, key, value = parts[0], parts[1], parts[2]
        scores = query @ key.transpose(-1, -2) * (width // self.heads) ** -0.5 + mask[:, None, None, :]
        mixed = scores.softmax(-1) @ value
        x = self.norm1(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(size, words, width))))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Words to vectors, with the chance of being a cue and a class each."""

    def __init__(self, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(30522, WIDTH, padding_idx=0)
        self.position = nn.Embedding(512, WIDTH)
        self.labels = nn.ModuleList(nn.Embedding(len(t) + 1, WIDTH) for t in (POS, TAGS, DEPS, DEPS, ENTS))
        self.quote = nn.Embedding(2, WIDTH)
        self.place = nn.Embedding(4, WIDTH)
        self.of_head = nn.Linear(WIDTH, WIDTH, bias=False)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(WIDTH, 12, 4 * WIDTH, dropout) for _ in range(layers))
        self.cue = nn.Sequential(nn.Linear(WIDTH, 128), nn.GELU(), nn.Dropout(dropout), nn.Linear(128, 1))
        self.tag = nn.Linear(WIDTH, CLASSES)
        for table in (*self.labels, self.quote, self.place):
            nn.init.normal_(table.weight, std=0.005)
        nn.init.zeros_(self.of_head.weight)

    def forward(self, pieces: Tensor, columns: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """``columns``: pos, tag, dep, ent, quoted, place, head."""
        count = (pieces > 0).sum(-1, keepdim=True).clamp(min=1)
        words = self.word(pieces).sum(2) / count
        pos, tag, dep, ent, quoted, place, head = columns.unbind(-1)
        heads = words.gather(1, head.unsqueeze(-1).expand_as(words))
        x = words + self.of_head(heads) + self.position.weight[: words.shape[1]]
        for table, column in zip(self.labels, (pos, tag, dep, dep.gather(1, head), ent), strict=True):
            x = x + table(column)
        x = self.dropout(self.norm(x + self.quote(quoted) + self.place(place)))
        bias = (mask - 1.0) * 1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x, self.cue(x).squeeze(-1), self.tag(x)


class Reader(nn.Module):
    """One cue against every word of its window: classes of the words, and whether the cue holds at all."""

    def __init__(self, width: int = 192, dropout: float = 0.1) -> None:
        super().__init__()
        self.of_cue = nn.Linear(WIDTH, width)
        self.of_word = nn.Linear(WIDTH, width)
        self.relations = nn.ModuleList(nn.Embedding(size, width) for size in SIZES)
        self.norm = nn.LayerNorm(width)
        self.layer = Layer(width, 6, 2 * width, dropout)
        self.classes = nn.Linear(width, CLASSES)
        self.holds = nn.Sequential(nn.Linear(width, 96), nn.GELU(), nn.Linear(96, 1))
        for table in self.relations:
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, x: Tensor, cue: Tensor, relations: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """``x`` (pairs, words, WIDTH), ``cue`` (pairs,), ``relations`` (pairs, words, columns)."""
        found = self.of_word(x) + self.of_cue(_pick(x, cue))
        for table, column in zip(self.relations, relations.unbind(-1), strict=True):
            found = found + table(column)
        found = self.layer(functional.gelu(self.norm(found)), (mask - 1.0) * 1e4)
        return self.classes(found), self.holds(_pick(found, cue)).squeeze(1).squeeze(-1)


def _pick(x: Tensor, cue: Tensor) -> Tensor:
    """The vector of each pair's cue, (pairs, 1, width)."""
    return x.gather(1, cue[:, None, None].expand(-1, 1, x.shape[2]))


class Network(nn.Module):
    """Encoder and reader together."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.encoder = Encoder(layers)
        self.reader = Reader()


def load_minilm(encoder: Encoder, folder: Path) -> None:
    """Copy the packaged MiniLM's embeddings and lower layers into an encoder."""
    old = read_safetensors(folder / "model.safetensors")
    get = lambda name: torch.from_numpy(old[name].copy())  # noqa: E731
    with torch.no_grad():
        encoder.word.weight.copy_(get("embeddings.word_embeddings.weight"))
        encoder.position.weight.copy_(
            get("embeddings.position_embeddings.weight") + get("embeddings.token_type_embeddings.weight")[0]
        )
        encoder.norm.weight.copy_(get("embeddings.LayerNorm.weight"))
        encoder.norm.bias.copy_(get("embeddings.LayerNorm.bias"))
        for number, layer in enumerate(encoder.layers):
            name = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [get(f"{name}attention.self.{part}.{kind}") for part in ("query", "key", "value")]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
                getattr(layer.out, kind).copy_(get(f"{name}attention.output.dense.{kind}"))
                getattr(layer.norm1, kind).copy_(get(f"{name}attention.output.LayerNorm.{kind}"))
                getattr(layer.up, kind).copy_(get(f"{name}intermediate.dense.{kind}"))
                getattr(layer.down, kind).copy_(get(f"{name}output.dense.{kind}"))
                getattr(layer.norm2, kind).copy_(get(f"{name}output.LayerNorm.{kind}"))


def read_safetensors(path: Path) -> dict[str, np.ndarray]:
    """The arrays of a safetensors file (float32 only)."""
    blob = path.read_bytes()
    (size,) = struct.unpack("<Q", blob[:8])
    header = json.loads(blob[8 : 8 + size])
    found = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, end = (8 + size + offset for offset in entry["data_offsets"])
            found[name] = np.frombuffer(blob[start:end], np.float32).reshape(entry["shape"])
    return found

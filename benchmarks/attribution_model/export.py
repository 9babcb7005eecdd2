"""Turns trained weights into the two int8 networks that the package reads: python export.py WEIGHTS.pt OUT_FOLDER."""

import argparse
import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from network import Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from accordingto.stages.attribute.model.relations import SIZES


class _Chances(nn.Module):
    """The encoder without what only training needs."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, pieces: Tensor, columns: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        x, cue, tag = self.encoder(pieces, columns, mask)
        return x, torch.sigmoid(cue), tag.softmax(-1)


class _Reading(nn.Module):
    """The reader with chances instead of scores."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.reader = network.reader

    def forward(self, x: Tensor, cue: Tensor, relations: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        classes, holds = self.reader(x, cue, relations, mask)
        return classes.softmax(-1), torch.sigmoid(holds)


def main() -> None:
    """Export, make int8, keep."""
    options = argparse.ArgumentParser()
    options.add_argument("weights", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--layers", type=int, default=3)
    options.add_argument("--float", action="store_true", help="leave the numbers as they are")
    args = options.parse_args()
    network = Network(args.layers)
    if args.weights.exists():
        network.load_state_dict(torch.load(args.weights))
    network.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    windows, words = 3, 20
    mask = torch.ones(windows, words)
    pieces = torch.ones(windows, words, 4, dtype=torch.int64)
    columns = torch.zeros(windows, words, 7, dtype=torch.int64)
    relations = torch.zeros(windows, words, len(SIZES), dtype=torch.int64)
    cue = torch.zeros(windows, dtype=torch.int64)
    x = torch.zeros(windows, words, 384)
    save(
        _Chances(network),
        (pieces, columns, mask),
        ("pieces", "columns", "mask"),
        ("words", "cue", "tags"),
        args.out / "encoder.onnx",
        args.float,
    )
    save(
        _Reading(network),
        (x, cue, relations, mask),
        ("words", "cue", "relations", "mask"),
        ("classes", "holds"),
        args.out / "reader.onnx",
        args.float,
    )


def save(module: nn.Module, inputs: tuple, names: tuple, outputs: tuple, path: Path, plain: bool) -> None:
    axes = {name: {0: "windows", 1: "words"} for name in (*names, *outputs)}
    if "relations" in names:
        axes["cue"] = {0: "windows"}
        axes["holds"] = {0: "windows"}
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rough = Path(folder) / "rough.onnx"
        torch.onnx.export(
            module,
            inputs,
            str(rough),
            input_names=list(names),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        if plain:
            onnx.save(onnx.load(str(rough)), str(path))
        else:
            quantize_dynamic(
                str(rough),
                str(path),
                weight_type=QuantType.QInt8,
                per_channel=True,
                reduce_range=True,
                op_types_to_quantize=["MatMul", "Gather", "Gemm"],
            )
    print(path, path.stat().st_size)


if __name__ == "__main__":
    main()

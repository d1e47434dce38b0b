"""Writes a trained student as the weight file that src/learn/weight-file.ts reads.

In: a checkpoint of student.py, the lemma rules of lemma.py. Out: models/en.rpnw. Matrices become int8 with one
scale a row; biases stay floats.
"""
import argparse
import json
import struct
import zlib

import numpy as np
import torch


class Writer:
    def __init__(self):
        self.blocks, self.parts, self.at = [], [], 0

    def add(self, name, kind, rows, columns, data):
        self.blocks.append({"name": name, "type": kind, "rows": rows, "columns": columns, "at": self.at,
                            "bytes": len(data)})
        padded = data + b"\0" * (-len(data) % 16)
        self.parts.append(padded)
        self.at += len(padded)

    def int8(self, name, matrix):
        m = np.asarray(matrix, dtype=np.float32)
        scale = np.maximum(np.abs(m).max(1) / 127, 1e-12).astype(np.float32)
        q = np.rint(m / scale[:, None]).clip(-127, 127).astype(np.int8)
        self.add(name, "i8", *m.shape, scale.tobytes() + q.tobytes())

    def float(self, name, vector):
        v = np.asarray(vector, dtype=np.float32).reshape(1, -1)
        self.add(name, "f32", *v.shape, v.tobytes())

    def text(self, name, text):
        self.add(name, "text", 1, 0, text.encode("utf8"))

    def bytes(self, info):
        header = json.dumps({"info": info, "blocks": self.blocks}, ensure_ascii=True, sort_keys=True).encode()
        body = header + b"\0" * (-len(header) % 16) + b"".join(self.parts)
        return b"RPNW" + struct.pack("<III", 1, len(header), zlib.crc32(body)) + body


def export(checkpoint, lemmas, out, info):
    c = torch.load(checkpoint)
    s = {k: v.float().numpy() for k, v in c["state"].items()}
    w = Writer()
    w.text("words", "\n".join(c["words"]))
    w.int8("word", s["fixed.weight"] + s["word.weight"])
    w.int8("piece", s["piece.weight"])
    w.int8("mix", s["mix.weight"])
    w.float("mix.bias", s["mix.bias"])
    both = [("forward", ""), ("backward", "_reverse")]
    w.int8("input", np.concatenate([s["lstm1.weight_ih_l0" + x] for _, x in both]))
    w.float("input.bias", np.concatenate([s["lstm1.bias_ih_l0" + x] + s["lstm1.bias_hh_l0" + x] for _, x in both]))
    for name, x in both:
        w.int8("lstm1." + name, s["lstm1.weight_hh_l0" + x])
        w.int8("lstm2." + name, s["lstm2.weight_hh_l0" + x])
        w.int8(f"lstm2.{name}.input", s["lstm2.weight_ih_l0" + x])
        w.float(f"lstm2.{name}.input.bias", s["lstm2.bias_ih_l0" + x] + s["lstm2.bias_hh_l0" + x])
    for name in ("tag", "proj", "rel"):
        w.int8(name, s[name + ".weight"])
        w.float(name + ".bias", s[name + ".bias"])
    w.int8("arc", s["arc_w"])
    w.float("arc.bias", s["arc_b"])
    w.float("root.arc", s["root_arc"])
    w.float("root.rel", s["root_rel"])
    with open(lemmas, encoding="utf8") as file:
        w.text("lemmas", file.read())
    labels, config = c["labels"], c["config"]
    info = {**info, "sizes": {"size": config["size"], "arc": config["arc"], "rel": config["rel"],
                              "tags": [len(labels[k]) for k in ("upos", "xpos", "feats")],
                              "relations": len(labels["deprel"])},
            "labels": labels}
    data = w.bytes(info)
    with open(out, "wb") as file:
        file.write(data)
    print(f"{out}: {len(data) / 1e6:.2f} MB, {len(c['words'])} words")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--lemmas", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--made", default="", help="date, for the header")
    args = parser.parse_args()
    export(args.checkpoint, args.lemmas, args.out, {"language": "en", "made": args.made})

"""Labels raw sentences with one or more teachers: soft targets for the student.

In: sentences as lists of forms (JSON lines, gzip), teacher checkpoints. Out: a .npz with, for every word, the four
likeliest heads, the tree's head, the three likeliest relations to it and the two likeliest tags of each kind,
each with its probability (mean over the teachers).
"""
import argparse
import gzip
import json
import time

import numpy as np
import torch

from mst import decode
from teacher import MAX_PIECES, Pieces, Teacher, buckets, make_batch
from treebank import Labels, read_conllu


def pick_sentences(path, words, pieces, shortest=4, longest=110):
    """Distinct sentences of the file in its order, spread over it evenly, up to a number of words."""
    seen, sentences = set(), []
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            forms = json.loads(line)
            key = " ".join(forms)
            if shortest <= len(forms) <= longest and key not in seen and len(pieces.sentence(forms)[0]) <= MAX_PIECES:
                seen.add(key)
                sentences.append(forms)
    total = sum(map(len, sentences))
    share = min(1.0, words / total)
    kept, due = [], 0.0
    for forms in sentences:
        due += share
        if due >= 1:
            due -= 1
            kept.append(forms)
    return kept


@torch.inference_mode()
def label(models, sentences, pieces, labels):
    offsets = np.cumsum([0] + [len(s) for s in sentences])
    n = int(offsets[-1])
    out = {"offset": offsets.astype(np.int32), "tree": np.zeros(n, np.int16),
           "arc": np.zeros((n, 4), np.int16), "arc_p": np.zeros((n, 4), np.float16),
           "rel": np.zeros((n, 3), np.uint8), "rel_p": np.zeros((n, 3), np.float16)}
    for k in ("upos", "xpos", "feats"):
        out[k], out[k + "_p"] = np.zeros((n, 2), np.int16), np.zeros((n, 2), np.float16)
    start, done = time.time(), 0
    for number, group in enumerate(buckets([len(s) for s in sentences], 4000)):
        batch = make_batch([sentences[i] for i in group], pieces)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            runs = [m(batch) for m in models]
            arc = sum(torch.softmax(r["arc"].float(), -1) for r in runs) / len(runs)
            width = arc.shape[1]
            trees = torch.zeros(len(group), width, dtype=torch.long)
            scores = arc.clamp(min=1e-9).log().numpy()
            for row, i in enumerate(group):
                k = len(sentences[i])
                trees[row, :k] = torch.from_numpy(decode(scores[row, :k, :k + 1])) + 1
            rel = sum(torch.softmax(m.relations(r, trees), -1) for m, r in zip(models, runs)) / len(runs)
        arc_p, arc_i = arc.topk(min(4, arc.shape[-1]), -1)
        rel_p, rel_i = rel.topk(3, -1)
        tags = {k: (sum(torch.softmax(r[k], -1) for r in runs) / len(runs)).topk(2, -1)
                for k in ("upos", "xpos", "feats")}
        for row, i in enumerate(group):
            a, b = offsets[i], offsets[i + 1]
            k = b - a
            out["tree"][a:b] = trees[row, :k]
            out["arc"][a:b, :arc_i.shape[-1]], out["arc_p"][a:b, :arc_i.shape[-1]] = arc_i[row, :k], arc_p[row, :k]
            out["rel"][a:b], out["rel_p"][a:b] = rel_i[row, :k], rel_p[row, :k]
            for name, (p, v) in tags.items():
                out[name][a:b], out[name + "_p"][a:b] = v[row, :k], p[row, :k]
        done += sum(len(sentences[i]) for i in group)
        if number % 25 == 0:
            print(f"  {done}/{n} words {done / (time.time() - start):.0f} words/s", flush=True)
    return out


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", required=True)
    parser.add_argument("--teacher", nargs="+", required=True)
    parser.add_argument("--train", nargs="+", required=True, help="the treebanks the label sets come from")
    parser.add_argument("--words", type=int, default=1_300_000)
    parser.add_argument("--out", required=True)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    label_sets = Labels.count([s for f in args.train for s in read_conllu(f)])
    models = []
    for path in args.teacher:
        model = Teacher(label_sets, pretrained=False)
        model.load_state_dict(torch.load(path))
        models.append(model.eval())
    word_pieces = Pieces()
    chosen = pick_sentences(args.sentences, args.words, word_pieces)
    arrays = label(models, chosen, word_pieces, label_sets)
    with gzip.open(args.out + ".forms.gz", "wt", encoding="utf8") as file:
        for forms in chosen:
            file.write(json.dumps(forms, ensure_ascii=False) + "\n")
    np.savez(args.out, **arrays)

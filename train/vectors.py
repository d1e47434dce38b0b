"""Word vectors from a teacher: what it makes of each word alone, brought down to a few dimensions.

In: a teacher checkpoint, sentences for the word list. Out: .npz of `words` (lower-cased, most frequent first, then
the encoder's own vocabulary) and `vectors` (principal components, unit mean square).
"""
import argparse
import gzip
import json

import numpy as np
import torch

from forms import normalise
from teacher import Pieces, Teacher
from treebank import Labels, read_conllu


@torch.inference_mode()
def word_vectors(model, words, pieces):
    table = model.encoder.embeddings.word_embeddings.weight
    rows = []
    mix = torch.softmax(model.mix, 1)
    order = sorted(range(len(words)), key=lambda i: len(pieces.of(words[i])))
    out = np.zeros((len(words), 3 * table.shape[1]), np.float32)
    for k in range(0, len(order), 512):
        part = order[k:k + 512]
        rows = [[101] + pieces.of(words[i]) + [102] for i in part]
        t = max(map(len, rows))
        ids = torch.tensor([r + [0] * (t - len(r)) for r in rows])
        mask = (torch.arange(t)[None] < torch.tensor([len(r) for r in rows])[:, None]).long()
        hidden = model.encoder(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
        stack = torch.stack(hidden)
        inner = mask.clone()
        inner[:, 0] = 0
        inner[torch.arange(len(rows)), torch.tensor([len(r) - 1 for r in rows])] = 0
        weight = inner[..., None] / inner.sum(1)[:, None, None]
        views = [table[ids], torch.einsum("l,lbtd->btd", mix[0], stack), torch.einsum("l,lbtd->btd", mix[1], stack)]
        out[part] = torch.cat([(v * weight).sum(1) / v.std() for v in views], -1).numpy()
    return out


def reduce(x, width):
    x = x - x.mean(0)
    _, vectors = np.linalg.eigh(x.T @ x)
    y = x @ vectors[:, ::-1][:, :width]
    # whiten half-way: late components count, but less
    y = y / np.sqrt(y.std(0))
    return (y / y.std()).astype(np.float32)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teacher", required=True)
    parser.add_argument("--train", nargs="+", required=True)
    parser.add_argument("--sentences", help="news, for the word list")
    parser.add_argument("--width", type=int, default=96)
    parser.add_argument("--words", type=int, help="at most so many; all where absent")
    parser.add_argument("--out", required=True)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    gold = [s for f in args.train for s in read_conllu(f)]
    counts = {}
    for s in gold:
        for f in s.form:
            counts[normalise(f)] = counts.get(normalise(f), 0) + 4
    if args.sentences:
        with gzip.open(args.sentences, "rt", encoding="utf8") as lines:
            for line in lines:
                for f in json.loads(line):
                    counts[normalise(f)] = counts.get(normalise(f), 0) + 1
    word_pieces = Pieces()
    words = sorted((w for w, c in counts.items() if c >= 4), key=lambda w: (-counts[w], w))
    known = set(words)
    own = sorted(word_pieces.tokenizer.get_vocab().items(), key=lambda kv: kv[1])
    words += [w for w, _ in own if w.isalpha() and w.isascii() and len(w) > 2 and w not in known]
    words = words[:args.words]
    model = Teacher(Labels.count(gold), pretrained=False)
    model.load_state_dict(torch.load(args.teacher))
    vectors = reduce(word_vectors(model.eval(), words, word_pieces), args.width)
    np.savez(args.out, words=np.array(words), vectors=vectors)
    print(len(words), "words")

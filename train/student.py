"""The student: the small net that ships. Tags and parses in one pass.

A form's encoding depends on the form alone (word vector, hashed pieces, a hidden layer), so the reader caches it;
two bidirectional LSTM layers (Hochreiter & Schmidhuber 1997) see the sentence; linear heads tag; arcs are deep
biaffine (Dozat & Manning 2017); relations come from the product, the dependent and the head of a word pair.
Its targets are probabilities: gold trees (probability one) and the teacher's beliefs on news (Hinton et al. 2015).
"""
import argparse
import gzip
import json
import os
import random
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from forms import PIECES, SLOTS, UNKNOWN, normalise, pieces
from mst import decode
from treebank import Labels, read_conllu

TAGS = ("upos", "xpos", "feats")


class Student(nn.Module):
    def __init__(self, words, labels, size=128, word=96, piece=64, mix=256, arc=96, rel=96):
        super().__init__()
        self.config = {"words": words, "size": size, "word": word, "piece": piece, "mix": mix, "arc": arc, "rel": rel}
        self.fixed = nn.Embedding(words, word)  # from the teacher, not trained
        self.fixed.weight.requires_grad_(False)
        self.word = nn.Embedding(words, word)
        nn.init.zeros_(self.word.weight)
        self.piece = nn.Embedding(PIECES, piece, padding_idx=0)
        nn.init.normal_(self.piece.weight, std=0.15)
        with torch.no_grad():
            self.piece.weight[0] = 0
        self.mix = nn.Linear(word + piece, mix)
        self.lstm1 = nn.LSTM(word + piece + mix, size, bidirectional=True, batch_first=True)
        self.lstm2 = nn.LSTM(2 * size, size, bidirectional=True, batch_first=True)
        self.tag = nn.Linear(2 * size, sum(len(getattr(labels, k)) for k in TAGS))
        self.tag_sizes = [len(getattr(labels, k)) for k in TAGS]
        self.proj = nn.Linear(2 * size, 2 * arc + 2 * rel)
        self.arc_w = nn.Parameter(torch.empty(arc, arc))
        nn.init.xavier_uniform_(self.arc_w)
        self.arc_b = nn.Parameter(torch.zeros(arc))  # prior of a head
        self.root_arc = nn.Parameter(torch.randn(arc) * 0.1)
        self.root_rel = nn.Parameter(torch.randn(rel) * 0.1)
        self.rel = nn.Linear(3 * rel, len(labels.deprel))
        self.drop = 0.33

    def encode_forms(self, words, bags, keep):
        """Encodings of distinct forms; `keep` (0 or 1 a form) drops the trained part of a word's vector."""
        e = torch.cat([self.fixed(words) + self.word(words) * keep[:, None], self.piece(bags).sum(1)], -1)
        return torch.cat([e, torch.relu(self.mix(e))], -1)

    def forward(self, words, bags, keep, place):
        """place: [batch, n] index of each word's form. All sentences of a batch have the same length."""
        x = self.encode_forms(words, bags, keep)[place]
        if self.training:  # one mask a sentence (Gal & Ghahramani 2016)
            x = x * (torch.rand(x.shape[0], 1, x.shape[2]) > 0.2) / 0.8
        h = self.lstm1(x)[0]
        h = self.between(h, 0.25)
        h = self.lstm2(h)[0]
        h = self.between(h, self.drop)
        tags = self.tag(h).split(self.tag_sizes, -1)
        a, r = self.config["arc"], self.config["rel"]
        p = F.dropout(torch.relu(self.proj(h)), 0.2, self.training)
        arc_dep, arc_head, rel_dep, rel_head = p.split([a, a, r, r], -1)
        b = h.shape[0]
        arc_head = torch.cat([self.root_arc.expand(b, 1, a), arc_head], 1)
        rel_head = torch.cat([self.root_rel.expand(b, 1, r), rel_head], 1)
        arc = (arc_dep @ self.arc_w) @ arc_head.transpose(1, 2) + (arc_head @ self.arc_b)[:, None, :]
        n = arc.shape[1]
        arc[:, torch.arange(n), torch.arange(1, n + 1)] = -1e4
        return {**dict(zip(TAGS, tags)), "arc": arc, "rel_dep": rel_dep, "rel_head": rel_head}

    def between(self, h, rate):
        if not self.training:
            return h
        return h * (torch.rand(h.shape[0], 1, h.shape[2]) > rate) / (1 - rate)

    def relations(self, out, heads):
        head = out["rel_head"].gather(1, heads[..., None].expand(-1, -1, out["rel_head"].shape[-1]))
        dep = out["rel_dep"]
        return self.rel(torch.cat([dep * head, dep, head], -1))


class Corpus:
    """Sentences with soft targets, as flat arrays; sentence s is words offset[s] to offset[s + 1]."""

    def __init__(self, forms, arrays):
        self.forms, self.arrays = forms, arrays
        self.offset = arrays["offset"]
        self.lengths = np.diff(self.offset)

    @staticmethod
    def gold(sentences, labels):
        n = sum(map(len, sentences))
        a = {"offset": np.cumsum([0] + [len(s) for s in sentences]).astype(np.int32), "tree": np.zeros(n, np.int16)}
        for k, width in (("arc", 4), ("rel", 3), ("upos", 2), ("xpos", 2), ("feats", 2)):
            a[k], a[k + "_p"] = np.zeros((n, width), np.int16), np.zeros((n, width), np.float16)
        i = 0
        for s in sentences:
            m = len(s)
            a["tree"][i:i + m] = a["arc"][i:i + m, 0] = np.array(s.head) + 1
            a["arc_p"][i:i + m, 0] = 1
            for k, column in (("rel", "deprel"), ("upos", "upos"), ("xpos", "xpos"), ("feats", "feats")):
                ids = np.array(labels.ids(column, getattr(s, column), -1))
                a[k][i:i + m, 0] = ids.clip(0)
                a[k + "_p"][i:i + m, 0] = ids >= 0
            i += m
        return Corpus([s.form for s in sentences], a)

    @staticmethod
    def labelled(path):
        with gzip.open(path + ".forms.gz", "rt", encoding="utf8") as lines:
            forms = [json.loads(line) for line in lines]
        with np.load(path) as file:
            a = {k: file[k] for k in file.files}
        place = np.concatenate([np.arange(1, len(f) + 1) for f in forms])
        a["arc_p"] = np.where(a["arc"] == place[:, None], 0, a["arc_p"])  # no word is its own head
        return Corpus(forms, a)


class Vocabulary:
    """Word ids of normalised forms and piece rows of forms, remembered."""

    def __init__(self, words):
        self.words = words
        self.index = {w: i for i, w in enumerate(words)}
        self.count = np.zeros(len(words))
        self.cache = {}

    def of(self, form):
        found = self.cache.get(form)
        if found is None:
            found = (self.index.get(normalise(form), UNKNOWN), pieces(form))
            self.cache[form] = found
        return found

    def batch(self, sentences, rng=None):
        """Distinct forms of a batch of equally long sentences."""
        place, table = [], {}
        for s in sentences:
            place.append([table.setdefault(f, len(table)) for f in s])
        rows = [self.of(f) for f in table]
        words = torch.tensor([r[0] for r in rows])
        keep = torch.ones(len(rows))
        if rng is not None:
            c = self.count[words.numpy()]
            draw = rng.random(len(rows))
            keep = torch.from_numpy((draw > 1.0 / (1.0 + c)).astype(np.float32))
            gone = torch.from_numpy(rng.random(len(rows)) < np.minimum(0.3, 0.3 / (1.0 + c)))
            words = words.masked_fill(gone, UNKNOWN)
        return words, torch.tensor([r[1] for r in rows]), keep, torch.tensor(place)


def choose_words(treebank, news, pretrained, limit, known=None):
    """Words worth a vector: all that treebank (twice) and news (six times) repeat, then the encoder's own. With `known`,
    those words. Out: words, how often each was seen."""
    def tally(sentences):
        counts = {}
        for s in sentences:
            for f in s:
                w = normalise(f)
                counts[w] = counts.get(w, 0) + 1
        return counts

    a, b = tally(treebank), tally(news)
    if known is not None:
        return known, np.array([a.get(w, 0) + b.get(w, 0) for w in known], dtype=np.float64)
    score = {w: 4 * a.get(w, 0) + b.get(w, 0) for w in a.keys() | b.keys() if a.get(w, 0) >= 2 or b.get(w, 0) >= 6}
    words = [""] + sorted(score, key=lambda w: (-score[w], w))[:limit - 1]
    known = set(words)
    words += [w for w in pretrained if w not in known][:limit - len(words)]
    counts = np.array([a.get(w, 0) + b.get(w, 0) for w in words], dtype=np.float64)
    return words, counts


def same_length_batches(lengths, budget, rng):
    """Groups of sentences of one length; no padding, so the backward LSTM starts at the last word."""
    order = list(range(len(lengths)))
    rng.shuffle(order)
    order.sort(key=lambda i: lengths[i])
    groups, group = [], []
    for i in order:
        if group and (lengths[group[0]] != lengths[i] or (len(group) + 1) * lengths[i] > budget):
            groups.append(group)
            group = []
        group.append(i)
    groups.append(group)
    rng.shuffle(groups)
    return groups


def soft_loss(scores, index, probability):
    """Mean cross entropy against a few probabilities a word (what is left of one is not trained)."""
    return -(F.log_softmax(scores.float(), -1).gather(-1, index) * probability).sum(-1).mean()


def batch_loss(model, corpus, group, vocabulary, rng, tag_weight=1.0):
    sentences = [corpus.forms[i] for i in group]
    out = model(*vocabulary.batch(sentences, rng))
    n = len(sentences[0])
    rows = torch.from_numpy(np.stack([np.arange(corpus.offset[i], corpus.offset[i] + n) for i in group]))
    a = corpus.tensors

    def take(k):
        return a[k][rows].long(), a[k + "_p"][rows].float()

    total = soft_loss(out["arc"], *take("arc"))
    total = total + soft_loss(model.relations(out, a["tree"][rows].long()), *take("rel"))
    for k, weight in (("upos", 0.4), ("xpos", 0.4), ("feats", 0.3)):
        total = total + tag_weight * weight * soft_loss(out[k], *take(k))
    return total


@torch.inference_mode()
def evaluate(model, sentences, labels, vocabulary):
    """UPOS, UAS, LAS (universal relations) in per cent."""
    model.eval()
    right, words = np.zeros(3), 0
    for group in same_length_batches([len(s) for s in sentences], 3000, random.Random(0)):
        out = model(*vocabulary.batch([sentences[i].form for i in group]))
        arc = torch.log_softmax(out["arc"].float(), -1).numpy()
        trees = torch.from_numpy(np.stack([decode(arc[r]) + 1 for r in range(len(group))]))
        rel = model.relations(out, trees).argmax(-1)
        upos = out["upos"].argmax(-1)
        for row, i in enumerate(group):
            s = sentences[i]
            for w in range(len(s)):
                head_right = trees[row, w].item() == s.head[w] + 1
                label = labels.deprel[rel[row, w]].split(":")[0]
                right += (labels.upos[upos[row, w]] == s.upos[w], head_right,
                          head_right and label == s.deprel[w].split(":")[0])
            words += len(s)
    model.train()
    return [round(100 * float(x) / words, 2) for x in right]


def train(args):
    torch.manual_seed(args.seed)
    rng, draw = random.Random(args.seed), np.random.default_rng(args.seed)
    torch.set_num_threads(args.threads)
    gold = [s for f in args.train for s in read_conllu(f)]
    labels = Labels.count(gold)
    extra = [s for f in args.synthetic for s in read_conllu(f)]
    dev = {os.path.basename(f): read_conllu(f) for f in args.dev}
    parts = [(Corpus.gold(gold, labels), args.gold_weight)]
    if extra:
        parts.append((Corpus.gold(extra, labels), 1.0))
    for path in args.labelled:
        parts.append((Corpus.labelled(path), args.news_weight))
    with np.load(args.vectors) as file:
        pretrained, vectors = [str(w) for w in file["words"]], file["vectors"]
    news = [s for c, _ in parts[1:] for s in c.forms]
    before = torch.load(args.init) if args.init else None
    words, counts = choose_words([s.form for s in gold], news, pretrained, args.words, before and before["words"])
    vocabulary = Vocabulary(words)
    vocabulary.count = counts
    model = Student(len(words), labels, size=args.size, word=vectors.shape[1])
    row = {w: i for i, w in enumerate(pretrained)}
    with torch.no_grad():
        model.fixed.weight.zero_()
        for i, w in enumerate(words):
            if w in row:
                model.fixed.weight[i] = torch.from_numpy(vectors[row[w]])
    found = sum(w in row for w in words)
    if before:
        model.load_state_dict(before["state"])
    for c, _ in parts:
        c.tensors = {k: torch.from_numpy(v) for k, v in c.arrays.items()}
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(parameters, lr=args.lr, betas=(0.9, 0.99), weight_decay=1e-4, fused=True)
    batches = sum(len(same_length_batches(c.lengths, args.batch, rng)) * w for c, w in parts)
    steps, step = int(args.epochs * batches), 0
    print(f"{len(words)} words ({found} with vectors), {sum(p.numel() for p in parameters)} weights, "
          f"{[int(c.offset[-1]) for c, _ in parts]} words in parts, {steps} steps", flush=True)
    warm = min(400, steps // 10 + 1)
    average = None
    clock, seen, mean = time.time(), 0, 0.0

    def save(state):
        torch.save({"state": state, "config": model.config, "words": words,
                    "labels": {k: getattr(labels, k) for k in ("upos", "xpos", "feats", "deprel")}}, args.out)

    while step < steps:
        plan = []
        for c, weight in parts:
            repeat = weight
            while repeat > 0:
                groups = same_length_batches(c.lengths, args.batch, rng)
                plan += [(c, g) for g in groups[:max(1, int(len(groups) * min(1.0, repeat)))]]
                repeat -= 1
        rng.shuffle(plan)
        for c, group in plan:
            if step >= steps:
                break
            fall = max(0.0, 1 - step / steps)
            for g in optimiser.param_groups:
                g["lr"] = args.lr * min(1.0, (step + 1) / warm) * fall
            # a small batch counts as what it is
            n = len(group) * int(c.lengths[group[0]])
            loss = batch_loss(model, c, group, vocabulary, draw, args.tag_weight) * min(1.0, (n / args.batch) ** 0.5 + 0.1)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 3.0)
            optimiser.step()
            step += 1
            seen += n
            mean += 0.01 * (loss.item() - mean) if mean else loss.item()
            if step > 0.8 * steps and step % 10 == 0:  # mean of the last fifth's weights
                k = (step - int(0.8 * steps)) // 10
                state = {n: p.detach().clone() for n, p in model.state_dict().items()}
                if average is None:
                    average, k = state, 1
                else:
                    for name in average:
                        average[name] += (state[name] - average[name]) / max(k, 2)
            if step % 100 == 0:
                print(f"  step {step}/{steps} loss {mean:.3f} {seen / (time.time() - clock):.0f} words/s", flush=True)
            if step % args.every == 0 or step == steps:
                if step == steps and average is not None:
                    print(f"last   {[evaluate(model, s, labels, vocabulary) for s in dev.values()]}", flush=True)
                    model.load_state_dict(average)
                scores = {k: evaluate(model, s, labels, vocabulary) for k, s in dev.items()}
                print(f"step {step} UPOS/UAS/LAS {scores} {time.time() - clock:.0f} s", flush=True)
                save(model.state_dict())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", nargs="+", required=True)
    parser.add_argument("--labelled", nargs="*", default=[], help="output of label.py")
    parser.add_argument("--synthetic", nargs="*", default=[], help="CoNLL-U made by templates")
    parser.add_argument("--dev", nargs="*", default=[])
    parser.add_argument("--vectors", required=True, help="output of vectors.py")
    parser.add_argument("--out", required=True)
    parser.add_argument("--init", help="checkpoint to go on from")
    parser.add_argument("--words", type=int, default=26000)
    parser.add_argument("--size", type=int, default=128)
    parser.add_argument("--epochs", type=float, default=14)
    parser.add_argument("--gold-weight", type=float, default=2.0)
    parser.add_argument("--news-weight", type=float, default=1.0)
    parser.add_argument("--tag-weight", type=float, default=1.0)
    parser.add_argument("--batch", type=int, default=1500)
    parser.add_argument("--lr", type=float, default=3e-3)
    parser.add_argument("--every", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    train(parser.parse_args())

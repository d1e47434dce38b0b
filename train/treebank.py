"""Reads CoNLL-U treebanks into sentences for training.

In: CoNLL-U files (gzip or plain), https://universaldependencies.org/format.html
Out: `Sentence` objects with parallel columns; heads count from 0, the root's head is -1.
Empty nodes (8.1) and multi-word lines (3-4) are left out: words are UD's syntactic words.
"""
import gzip
from dataclasses import dataclass, field

UPOS = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
        "SCONJ", "SYM", "VERB", "X"]


@dataclass
class Sentence:
    form: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    deprel: list[str] = field(default_factory=list)

    def __len__(self):
        return len(self.form)


def open_text(path):
    return gzip.open(path, "rt", encoding="utf8") if path.endswith(".gz") else open(path, encoding="utf8")


def read_conllu(path):
    """All sentences of one file. A head outside its sentence raises ValueError with the place."""
    sentences, current = [], Sentence()
    with open_text(path) as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if line.startswith("#"):
                continue
            if not line.strip():
                if current.form:
                    check_heads(current, path, number)
                    sentences.append(current)
                    current = Sentence()
                continue
            cells = line.split("\t")
            if len(cells) != 10:
                raise ValueError(f"{path}:{number}: expected 10 columns, found {len(cells)}")
            if not cells[0].isdigit():
                continue
            current.form.append(cells[1])
            current.lemma.append(cells[2])
            current.upos.append(cells[3])
            current.xpos.append(cells[4])
            current.feats.append(cells[5])
            current.head.append(int(cells[6]) - 1 if cells[6] != "_" else -1)
            current.deprel.append(cells[7])
    if current.form:
        check_heads(current, path, "end")
        sentences.append(current)
    return sentences


def check_heads(sentence, path, number):
    n = len(sentence)
    for word, head in enumerate(sentence.head):
        if not -1 <= head < n or head == word:
            raise ValueError(f"{path}: sentence before line {number}: word {word + 1} has head {head + 1} of {n}")


def write_conllu(path, sentences):
    """Writes the columns back; lemma, tags, heads as they stand."""
    with open(path, "w", encoding="utf8") as out:
        for s in sentences:
            for i in range(len(s)):
                out.write(f"{i + 1}\t{s.form[i]}\t{s.lemma[i]}\t{s.upos[i]}\t{s.xpos[i]}\t{s.feats[i]}\t"
                          f"{s.head[i] + 1}\t{s.deprel[i]}\t_\t_\n")
            out.write("\n")


class Labels:
    """The closed label sets, in a fixed order: frequency (ties by name) for all but UPOS."""

    def __init__(self, xpos, feats, deprel):
        self.upos, self.xpos, self.feats, self.deprel = UPOS, xpos, feats, deprel
        self.index = {k: {v: i for i, v in enumerate(getattr(self, k))} for k in ("upos", "xpos", "feats", "deprel")}

    @staticmethod
    def count(sentences, minimum=3):
        """Label sets seen at least `minimum` times; "_" is always first among the features."""
        columns = {}
        for column in ("xpos", "feats", "deprel"):
            counts = {}
            for s in sentences:
                for value in getattr(s, column):
                    counts[value] = counts.get(value, 0) + 1
            kept = [v for v, c in counts.items() if c >= minimum]
            columns[column] = sorted(kept, key=lambda v: (v != "_", -counts[v], v))
        return Labels(columns["xpos"], columns["feats"], columns["deprel"])

    def ids(self, column, values, missing=-100):
        table = self.index[column]
        return [table.get(v, missing) for v in values]

"""Sentences of a newswire kind with their trees, made from templates: long lists of states, bodies with acronyms,
titles before names, chairs and members, quoted speech. A light addition to the treebanks, which hold few of them.

In: a seed and a number. Out: CoNLL-U; features and lemmas are `?`, which training passes over. All wording and
all names are this file's own or plain geography; nobody is said to have done anything real.
"""
import argparse
import random

STATES = """Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Belarus Belgium Benin
Bolivia Botswana Brazil Bulgaria Cambodia Cameroon Canada Chad Chile China Colombia Croatia Cuba Cyprus Denmark Ecuador
Egypt Eritrea Estonia Ethiopia Fiji Finland France Gabon Georgia Germany Ghana Greece Guatemala Guinea Haiti Honduras
Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kuwait Kyrgyzstan
Laos Latvia Lebanon Liberia Libya Lithuania Luxembourg Madagascar Malaysia Mali Malta Mauritania Mexico Moldova Mongolia
Montenegro Morocco Mozambique Myanmar Namibia Nepal Nicaragua Niger Nigeria Norway Oman Pakistan Panama Paraguay Peru
Poland Portugal Qatar Romania Russia Rwanda Senegal Serbia Singapore Slovakia Slovenia Somalia Spain Sudan Sweden
Switzerland Syria Tajikistan Tanzania Thailand Togo Tunisia Turkey Turkmenistan Uganda Ukraine Uruguay Uzbekistan
Venezuela Vietnam Yemen Zambia Zimbabwe""".split()
GIVEN = """Alan Amina Anders Boris Carla Daniel Dilara Elena Farid Giorgi Hamid Ilse Ivan Jamila Karim Khalid Leyla Marta
Mehdi Nadia Omar Paula Rauf Samir Tamar Viktor Yusuf Zara""".split()
FAMILY = """Abasov Berger Castellan Doran Eriksen Farhadi Gulyan Hadad Ionescu Jansen Kaplan Lindqvist Mammadli Novak Okoro
Petrosyan Qureshi Rahimov Sandoval Tanaka Ulmer Vasiliev Weber Yilmaz Zhang""".split()
TITLES = [("Foreign", "Minister"), ("Prime", "Minister"), ("Defense", "Minister"), ("Deputy", "Foreign", "Minister"),
          ("Deputy", "Prime", "Minister"), ("President",), ("Ambassador",), ("Interior", "Minister")]
BODIES = [("European", "Union", "EU"), ("African", "Union", "AU"), ("Arab", "League", "AL"), ("World", "Bank", "WB"),
          ("Security", "Council", "SC"), ("United", "Nations", "UN"), ("Red", "Crescent", "RC")]
GROUP_NOUNS = ["countries", "states", "governments", "nations", "members", "delegations"]
VERBS_PAST = ["signed", "backed", "rejected", "condemned", "welcomed", "discussed", "adopted", "opposed"]
OBJECTS = [("the", "resolution"), ("the", "statement"), ("the", "agreement"), ("a", "draft"), ("the", "proposal"),
           ("the", "ceasefire")]
SAY = ["said", "stressed", "noted", "added", "announced", "stated", "claimed"]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
AGENCIES = ["Trend", "Turan", "Interfax", "Anadolu", "Xinhua", "TASS", "Reuters", "AFP", "Meridian", "Horizon"]
TOPICS = [("the", "visit"), ("the", "elections"), ("the", "talks"), ("the", "meeting"), ("the", "exercises")]
ADJECTIVAL = {"Foreign", "Prime", "Deputy", "European", "African", "United", "Red", "Arab"}


class Phrase:
    """Words with heads inside the phrase; the head of `root` is open."""

    def __init__(self, rows, root):
        self.rows, self.root = rows, root


def w(form, upos, xpos):
    return Phrase([[form, upos, xpos, None, None]], 0)


def build(*items):
    """items: (phrase, relation, index of the item it hangs on); the one whose relation is None is the head."""
    starts, n = [], 0
    for phrase, _, _ in items:
        starts.append(n)
        n += len(phrase.rows)
    rows, root = [], None
    for k, (phrase, relation, target) in enumerate(items):
        for i, row in enumerate(phrase.rows):
            row = list(row)
            if i == phrase.root:
                if relation is None:
                    root = starts[k] + i
                else:
                    row[3], row[4] = starts[target] + items[target][0].root, relation
            else:
                row[3] += starts[k]
            rows.append(row)
    return Phrase(rows, root)


def comma():
    return w(",", "PUNCT", ",")


class Maker:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def state(self):
        return w(self.r.choice(STATES), "PROPN", "NNP")

    def coordinate(self, parts, last="and"):
        """A, B and C; the Oxford comma and 'as well as' now and then."""
        items = [(parts[0], None, None)]
        for k, part in enumerate(parts[1:], 1):
            final = k == len(parts) - 1
            before = len(items)
            marks = []
            if not final or (last != "and" and self.r.random() < 0.8) or (len(parts) > 2 and self.r.random() < 0.3):
                marks.append((comma(), "punct"))
            if final and last == "and":
                marks.append((w("and", "CCONJ", "CC"), "cc"))
            if final and last == "as well as":
                as_well = build((w("as", "ADV", "RB"), None, None), (w("well", "ADV", "RB"), "fixed", 0),
                                (w("as", "ADP", "IN"), "fixed", 0))
                marks.append((as_well, "cc"))
            at = before + len(marks)
            items += [(m, rel, at) for m, rel in marks] + [(part, "conj", 0)]
        return build(*items)

    def states(self, least=3, most=16):
        k = self.r.randint(least, most)
        parts = [w(s, "PROPN", "NNP") for s in self.r.sample(STATES, k)]
        if self.r.random() < 0.25:
            parts[-1] = self.body()
        return self.coordinate(parts, "as well as" if self.r.random() < 0.3 else "and")

    def body(self):
        a, b, short = self.r.choice(BODIES)
        first = w(a, "ADJ" if a in ADJECTIVAL else "PROPN", "NNP")
        items = [(w("the", "DET", "DT"), "det", 2), (first, "amod" if a in ADJECTIVAL else "compound", 2),
                 (w(b, "PROPN", "NNP" if not b.endswith("s") else "NNPS"), None, None)]
        if self.r.random() < 0.5:
            items.append((self.bracketed(w(short, "PROPN", "NNP")), "appos", 2))
        return build(*items)

    def bracketed(self, inner):
        return build((w("(", "PUNCT", "-LRB-"), "punct", 1), (inner, None, None), (w(")", "PUNCT", "-RRB-"), "punct", 1))

    def name(self):
        return build((w(self.r.choice(GIVEN), "PROPN", "NNP"), None, None),
                     (w(self.r.choice(FAMILY), "PROPN", "NNP"), "flat", 0))

    def official(self):
        """Azerbaijan's Deputy Foreign Minister X Y; or: X Y, the foreign minister of Z,"""
        if self.r.random() < 0.75:
            title = self.r.choice(TITLES)
            n = len(title) - 1
            head = [(w(t, "ADJ" if t in ADJECTIVAL else "PROPN", "NNP"), "amod" if t in ADJECTIVAL else "compound", n)
                    for t in title[:-1]] + [(w(title[-1], "PROPN", "NNP"), None, None)]
            desc = build(*head)
            if self.r.random() < 0.7:
                owner = build((self.state(), None, None), (w("'s", "PART", "POS"), "case", 0))
                desc = build((owner, "nmod:poss", 1), (desc, None, None))
            return build((desc, "nmod:desc", 1), (self.name(), None, None))
        of = build((w("of", "ADP", "IN"), "case", 1), (self.state(), None, None))
        role = build((w("the", "DET", "DT"), "det", 2), (w("foreign", "ADJ", "JJ"), "amod", 2),
                     (w("minister", "NOUN", "NN"), None, None), (of, "nmod", 2))
        return build((self.name(), None, None), (comma(), "punct", 2), (role, "appos", 0), (comma(), "punct", 2))

    def group(self):
        """More than twenty countries, including A, B and C,"""
        number = build((w("more", "ADJ", "JJR"), "advmod", 2), (w("than", "ADP", "IN"), "fixed", 0),
                       (w(str(self.r.randint(11, 90)), "NUM", "CD"), None, None))
        noun = w(self.r.choice(GROUP_NOUNS), "NOUN", "NNS")
        members = self.states(2, 14)
        if self.r.random() < 0.6:
            case = w("including", "VERB", "VBG")
        else:
            case = build((w("such", "ADJ", "JJ"), None, None), (w("as", "ADP", "IN"), "fixed", 0))
        inner = build((comma(), "punct", 2), (case, "case", 2), (members, None, None), (comma(), "punct", 2))
        return build((number, "nummod", 1), (noun, None, None), (inner, "nmod", 1))

    def chaired(self):
        """The contact group, co-chaired by A, B and C, / , which, along with A and B, ..."""
        base = build((w("the", "DET", "DT"), "det", 2), (w(self.r.choice(["contact", "working", "support"]), "NOUN", "NN"),
                                                         "compound", 2), (w("group", "NOUN", "NN"), None, None))
        by = build((w("by", "ADP", "IN"), "case", 1), (self.states(2, 4), None, None))
        clause = build((comma(), "punct", 1), (w(self.r.choice(["led", "formed", "chaired", "joined"]), "VERB", "VBN"), None, None),
                       (by, "obl:agent", 1), (comma(), "punct", 1))
        return build((base, None, None), (clause, "acl", 0))

    def subject(self):
        kind = self.r.random()
        if kind < 0.3:
            return self.states(3, 14), True
        if kind < 0.55:
            return self.group(), True
        if kind < 0.7:
            return self.chaired(), False
        if kind < 0.85:
            return self.coordinate([self.official() for _ in range(self.r.randint(2, 3))]), True
        return self.official(), False

    def object(self):
        d, n = self.r.choice(OBJECTS)
        return build((w(d, "DET", "DT"), "det", 1), (w(n, "NOUN", "NN"), None, None))

    def clause(self, subject=None):
        """[subject] signed the agreement [on Monday]; or: has been discussing the agreement with A and B"""
        s, plural = subject or self.subject()
        items = [(s, "nsubj", None)]
        kind = self.r.random()
        if kind < 0.6:
            items.append((w(self.r.choice(VERBS_PAST), "VERB", "VBD"), None, None))
        elif kind < 0.85:
            items.append((w("have" if plural else "has", "AUX", "VBP" if plural else "VBZ"), "aux", None))
            items.append((w(self.r.choice(VERBS_PAST), "VERB", "VBN"), None, None))
        else:
            items.append((w("have" if plural else "has", "AUX", "VBP" if plural else "VBZ"), "aux", None))
            items.append((w("been", "AUX", "VBN"), "aux", None))
            items.append((w(self.r.choice(["discussing", "reviewing", "drafting"]), "VERB", "VBG"), None, None))
        items.append((self.object(), "obj", None))
        tail = self.r.random()
        if tail < 0.3:
            items.append((build((w("on", "ADP", "IN"), "case", 1), (w(self.r.choice(DAYS), "PROPN", "NNP"), None, None)),
                          "obl", None))
        elif tail < 0.5:
            items.append((build((w("with", "ADP", "IN"), "case", 1), (self.states(2, 8), None, None)), "obl", None))
        verb = next(k for k, it in enumerate(items) if it[1] is None)
        return build(*[(p, rel, None if rel is None else verb) for p, rel, _ in items])

    def report(self):
        """Trend reports on the visit; Trend reports that ...; the vote ran counter to the statement"""
        verb = w(self.r.choice(["reports", "writes"]), "VERB", "VBZ")
        agency = (w(self.r.choice(AGENCIES), "PROPN", "NNP"), "nsubj", 1)
        d, n = self.r.choice(TOPICS)
        topic = build((w(d, "DET", "DT"), "det", 1), (w(n, "NOUN", "NNS" if n.endswith("s") else "NN"), None, None))
        kind = self.r.random()
        if kind < 0.4:
            about = build((w(self.r.choice(["on", "about"]), "ADP", "IN"), "case", 1), (topic, None, None))
            return build(agency, (verb, None, None), (about, "obl", 1))
        if kind < 0.8:
            inner = build((w("that", "SCONJ", "IN"), "mark", 1), (self.clause(), None, None))
            return build(agency, (verb, None, None), (inner, "ccomp", 1))
        run = w("run" if n.endswith("s") else "runs", "VERB", "VBP" if n.endswith("s") else "VBZ")
        to = build((w("to", "ADP", "IN"), "case", 1), (self.object(), None, None))
        return build((topic, "nsubj", 1), (run, None, None), (w("counter", "ADV", "RB"), "advmod", 1), (to, "obl", 1))

    def sentence(self):
        kind = self.r.random()
        if kind < 0.1:
            body = self.report()
        elif kind < 0.4:
            body = self.clause()
        else:
            inner = self.clause()
            if self.r.random() < 0.8:
                inner = build((w("that", "SCONJ", "IN"), "mark", 1), (inner, None, None))
            body = build((self.official(), "nsubj", 1), (w(self.r.choice(SAY), "VERB", "VBD"), None, None),
                         (inner, "ccomp", 1))
        body = build((body, None, None), (w(".", "PUNCT", "."), "punct", 0))
        rows = body.rows
        rows[body.root][3], rows[body.root][4] = -1, "root"
        first = rows[0]
        if first[0][0].islower():
            first[0] = first[0][0].upper() + first[0][1:]
        # one comma where two meet, none before the full stop
        drop = [i for i in range(len(rows) - 1) if rows[i][0] == "," and rows[i + 1][0] in (",", ".")]
        keep = [i for i in range(len(rows)) if i not in drop]
        place = {old: new for new, old in enumerate(keep)}
        return [[*rows[i][:3], place[rows[i][3]] if rows[i][3] >= 0 else -1, rows[i][4]] for i in keep]


def main(args):
    maker = Maker(args.seed)
    with open(args.out, "w", encoding="utf8") as out:
        made = 0
        while made < args.number:
            rows = maker.sentence()
            if len(rows) > 80:
                continue
            made += 1
            for i, (form, upos, xpos, head, relation) in enumerate(rows):
                out.write(f"{i + 1}\t{form}\t?\t{upos}\t{xpos}\t?\t{head + 1}\t{relation}\t_\t_\n")
            out.write("\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=2500)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", required=True)
    main(parser.parse_args())

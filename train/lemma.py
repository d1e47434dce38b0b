"""Learns lemma rules: ripple-down suffix rules (after LemmaGen, Jursic et al. 2010) for each pair of tags.

In: treebanks. Out: a text; src/language/lemma.ts reads it. A rule is `case cut add`: lower the form (L) or keep it
(K), cut so many characters from its end, add a string; `=` and a string is that lemma itself. The longest known ending decides;
`^` marks the whole word.
Rules are learned for UPOS + XPOS and, as the fall-back, for UPOS alone. An ending is kept only where its answer differs
from that of the next shorter ending that is kept.

    = NOUN NNS          the tags of the rules below
    L2|y TAB ies duties one rule and the endings it answers for
"""
import argparse

from treebank import read_conllu

LONGEST = 7


def rule_of(form, lemma):
    """The rule that makes lemma of form, lower-casing where either does."""
    best = None
    for case, base in (("L", form.lower()), ("K", form)):
        common = 0
        while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
            common += 1
        rule = (len(base) - common + len(lemma) - common, case != "L", f"{case}{len(base) - common}|{lemma[common:]}")
        if best is None or rule < best:
            best = rule
    return best[2]


def endings(form):
    low = form.lower()
    return [""] + [low[-k:] for k in range(1, min(LONGEST, len(low)) + 1)] + ["^" + low]


def learn(examples, least):
    """examples: {(form, rule, lemma): count}. Returns {ending: rule}."""
    tally, forms, constant = {}, {}, {}
    for (form, rule, lemma), count in examples.items():
        for ending in endings(form):
            counts = tally.setdefault(ending, {})
            counts[rule] = counts.get(rule, 0) + count
            forms.setdefault(ending, {}).setdefault(rule, set()).add(form.lower())
        counts = constant.setdefault("^" + form.lower(), {})
        counts["=" + lemma] = counts.get("=" + lemma, 0) + count
    kept = {}
    for ending in sorted(tally, key=lambda e: (e.startswith("^"), len(e), e)):
        counts = tally[ending]
        rule = max(counts, key=lambda r: (counts[r], r))
        whole = ending.startswith("^")
        total = sum(counts.values())
        if whole:
            same = max(constant[ending], key=lambda r: (constant[ending][r], r))
            if constant[ending][same] > counts[rule]:
                rule = same
        elif ending and (len(forms[ending][rule]) < least or counts[rule] < 0.6 * total or len(rule) > 6):
            continue
        text = ending[1:] if whole else ending
        shorter = next((kept[e] for e in [text[-k:] for k in range(min(len(text) - (not whole), LONGEST), 0, -1)] + [""]
                        if e in kept and e != ending), None)
        if rule != shorter:
            kept[ending] = rule
    return kept


def build(sentences, least=3):
    groups = {}
    for s in sentences:
        for i, (form, lemma) in enumerate(zip(s.form, s.lemma)):
            if lemma == "_" and form != "_" or s.deprel[i] == "goeswith" or not form.strip():
                continue
            rule = rule_of(form, lemma)
            if len(rule) > 16 or "\t" in rule or " " in form + lemma or "^" in form:
                continue
            for key in ((s.upos[i], s.xpos[i]), (s.upos[i], "*")):
                g = groups.setdefault(key, {})
                g[form, rule, lemma] = g.get((form, rule, lemma), 0) + 1
    lines = []
    for key in sorted(groups):
        if sum(groups[key].values()) < 5:
            continue
        rules = learn(groups[key], least)
        by_rule = {}
        for ending, rule in rules.items():
            by_rule.setdefault(rule, []).append(ending)
        lines.append(f"= {key[0]} {key[1]}")
        for rule in sorted(by_rule):
            lines.append(rule + "\t" + " ".join(sorted(e or "*" for e in by_rule[rule])))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", nargs="+", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    text = build([s for f in args.train for s in read_conllu(f)])
    with open(args.out, "w", encoding="utf8") as file:
        file.write(text)
    print(f"{len(text)} characters")

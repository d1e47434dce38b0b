"""What the student knows of a form: its word id and its hashed pieces. src/learn/form-pieces.ts must agree exactly.

A form is lower-cased, digits become 0 and typographic quotes plain. Pieces are its prefixes (1 to 4 code points),
suffixes (1 to 5) and its shape, hashed by FNV-1a over code points into PIECES - 1 buckets; bucket 0 is empty.
"""
PIECES = 16384
SLOTS = 10
QUOTES = {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'}
UNKNOWN = 0


def normalise(form):
    return "".join("0" if c.isdecimal() else QUOTES.get(c, c) for c in form.lower())


def shape(form):
    """Letters by case, digits as d, others as they are; a run is cut to two, the whole to ten."""
    out = []
    for c in form:
        s = "d" if c.isdecimal() else "X" if c != c.lower() else "x" if c != c.upper() else c
        if len(out) < 2 or out[-1] != s or out[-2] != s:
            out.append(s)
            if len(out) == 10:
                break
    return "".join(out)


def bucket(kind, text):
    h = 2166136261 ^ kind
    h = h * 16777619 & 0xFFFFFFFF
    for c in text:
        h = (h ^ ord(c)) * 16777619 & 0xFFFFFFFF
    return 1 + (h ^ h >> 15) % (PIECES - 1)


def pieces(form):
    """SLOTS bucket numbers, padded with 0."""
    n = normalise(form)[:64]
    out = [bucket(1, shape(form))]
    out += [bucket(1 + k, n[:k]) for k in range(1, 5) if len(n) >= k]
    out += [bucket(5 + k, n[-k:]) for k in range(1, 6) if len(n) >= k]
    return out + [0] * (SLOTS - len(out))

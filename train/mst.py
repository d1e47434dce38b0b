"""Highest-scoring tree with exactly one root: Chu & Liu (1965), Edmonds (1967), on a dense score matrix."""
import numpy as np


def decode(scores):
    """scores[d, h]: score of head h for word d, where column 0 is the root and column h+1 is word h.
    Returns heads counted from 0, -1 for the root."""
    n = scores.shape[0]
    full = np.full((n + 1, n + 1), -1e9)
    full[1:] = scores
    np.fill_diagonal(full, -1e9)
    heads = full.argmax(1)
    heads[0] = 0
    if (heads[1:] == 0).sum() != 1 or has_cycle(heads):
        full[1:, 0] -= 1e6  # a second root never pays
        heads = edmonds(full)
    return heads[1:] - 1


def has_cycle(heads):
    return find_cycle(heads) is not None


def find_cycle(heads):
    n = len(heads)
    state = np.zeros(n, dtype=np.int8)
    state[0] = 2
    for start in range(1, n):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node):]
        for p in path:
            state[p] = 2
    return None


def edmonds(full):
    heads = full.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    n = full.shape[0]
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    cycle = np.array(cycle)
    cycle_scores = full[cycle, heads[cycle]]
    # contract the cycle into one node, put last
    m = len(outside)
    small = np.full((m + 1, m + 1), -1e9)
    small[:m, :m] = full[np.ix_(outside, outside)]
    into = full[np.ix_(cycle, outside)] - cycle_scores[:, None]
    enter = into.argmax(0)
    small[m, :m] = into.max(0)
    out = full[np.ix_(outside, cycle)]
    leave = out.argmax(1)
    small[:m, m] = out.max(1)
    small_heads = edmonds(small)
    result = heads.copy()
    for k, node in enumerate(outside):
        if node == 0:
            continue
        result[node] = cycle[leave[k]] if small_heads[k] == m else outside[small_heads[k]]
    broken = small_heads[m]
    result[cycle[enter[broken]]] = outside[broken]
    return result

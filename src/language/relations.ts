/**
 * Chooses a relation for each word once its head is known.
 *
 * In: scores of relations. Out: the best one each, except that only the root is `root`, and a head has one subject of a
 * kind where the weaker of two has another relation within reach: any other relation for one with a preposition
 * ("which along with the army backed ...").
 */

/** Which relation numbers matter to the choice. */
export interface RelationNames {
  readonly count: number;
  readonly root: number;
  readonly parataxis: number;
  readonly punct: number;
  readonly case: number;
  /** 1 for `nsubj`, `csubj` and their passives: one of them a head; `:outer` is another matter. */
  readonly subject: Uint8Array;
  /** 1 for `obj`. */
  readonly object: Uint8Array;
  /** 1 for both: what a noun with a preposition is not. */
  readonly core: Uint8Array;
}

export function sortRelationNames(deprel: readonly string[]): RelationNames {
  const mark = (test: (name: string) => boolean) => Uint8Array.from(deprel, (name) => (test(name) ? 1 : 0));
  const number = (name: string) => Math.max(0, deprel.indexOf(name));
  return {
    count: deprel.length,
    root: number("root"),
    parataxis: number("parataxis"),
    punct: deprel.indexOf("punct"),
    case: deprel.indexOf("case"),
    subject: mark((name) => /^[nc]subj(:pass)?$/.test(name)),
    object: mark((name) => name === "obj"),
    core: mark((name) => /^[nc]subj(:pass)?$|^obj$/.test(name)),
  };
}

/** A second subject becomes something else when that costs at most this much (natural logarithm). */
const SECOND_SUBJECT = 3;

/**
 * A relation for each word. `scores`: word i's relation r at `i * stride + r`; `headOf`: place of each word's head,
 * -1 for a root.
 */
export function chooseRelations(
  { scores, stride }: { readonly scores: Float32Array; readonly stride: number },
  headOf: Int32Array,
  names: RelationNames,
): Uint8Array {
  const n = headOf.length;
  const chosen = new Uint8Array(n);
  const subjectOf = new Int32Array(n).fill(-1);
  const objectOf = new Int32Array(n).fill(-1);
  const hasCase = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    chosen[i] = headOf[i] < 0 ? names.root : findBest(scores, i * stride, names, undefined);
    if (headOf[i] >= 0 && chosen[i] === names.case) hasCase[headOf[i]] = 1;
  }
  for (let i = 0; i < n; i++) {
    if (headOf[i] < 0) continue;
    settle(i, names.subject, subjectOf);
    settle(i, names.object, objectOf);
  }
  return chosen;

  function settle(i: number, kind: Uint8Array, holder: Int32Array): void {
    if (!kind[chosen[i]]) return;
    const other = holder[headOf[i]];
    holder[headOf[i]] = i;
    if (other < 0) return;
    const mine = costOfAnother(i, kind);
    const theirs = costOfAnother(other, kind);
    const byCase = hasCase[i] - hasCase[other];
    const loser = byCase > 0 || (byCase === 0 && mine.cost <= theirs.cost) ? mine : theirs;
    if (loser.cost > SECOND_SUBJECT && byCase === 0) return;
    chosen[loser.word] = loser.relation;
    holder[headOf[i]] = loser.word === i ? other : i;
  }

  function costOfAnother(i: number, kind: Uint8Array): { word: number; relation: number; cost: number } {
    const relation = findBest(scores, i * stride, names, hasCase[i] ? names.core : kind);
    return { word: i, relation, cost: scores[i * stride + chosen[i]] - scores[i * stride + relation] };
  }
}

function findBest(
  scores: Float32Array,
  at: number,
  names: RelationNames,
  except: Uint8Array | undefined,
): number {
  let best = -1;
  for (let r = 0; r < names.count; r++) {
    if (r === names.root || except?.[r]) continue;
    if (best < 0 || scores[at + r] > scores[at + best]) best = r;
  }
  return best;
}

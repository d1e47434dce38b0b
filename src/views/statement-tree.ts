/**
 * Statements inside statements: in, the statements of one article; out, a forest by `parent`.
 *
 * A statement whose parent is missing, or whose chain of parents runs in a circle, stands at the top:
 * every statement comes out exactly once.
 */
import type { StatementRecord } from "../core/records.js";

export interface StatementNode {
  readonly statement: StatementRecord;
  /** 0 for the author's own sentence, 1 for what is said inside a statement … */
  readonly depth: number;
  readonly children: readonly StatementNode[];
}

/** The forest of `statements`, siblings in the given order. */
export function nestStatements(statements: readonly StatementRecord[]): StatementNode[] {
  const depths = measureDepths(statements);
  const nodes = new Map<string, StatementNode & { children: StatementNode[] }>();
  for (const statement of statements) {
    nodes.set(statement.id, { statement, depth: depths.get(statement.id) ?? 0, children: [] });
  }
  const roots: StatementNode[] = [];
  for (const node of nodes.values()) {
    const parent =
      node.depth > 0 && node.statement.parent !== null ? nodes.get(node.statement.parent) : undefined;
    (parent?.children ?? roots).push(node);
  }
  return roots;
}

/** How many statements each one stands inside of; 0 where its chain of parents is circular. */
export function measureDepths(statements: readonly StatementRecord[]): Map<string, number> {
  const parents = new Map(statements.map((s) => [s.id, s.parent]));
  const depths = new Map<string, number>();
  for (const { id } of statements) {
    const chain: string[] = [];
    const seen = new Set<string>();
    let at: string | null | undefined = id;
    while (at != null && parents.has(at) && !depths.has(at) && !seen.has(at)) {
      chain.push(at);
      seen.add(at);
      at = parents.get(at);
    }
    const circle = at != null && seen.has(at) ? chain.indexOf(at) : chain.length;
    for (const member of chain.slice(circle)) depths.set(member, 0);
    for (const member of chain.slice(0, circle).reverse()) {
      const parent = parents.get(member);
      const above = parent == null ? undefined : depths.get(parent);
      depths.set(member, above === undefined ? 0 : above + 1);
    }
  }
  return depths;
}

import { parseSync } from '@swc/core'

export interface SyntaxNode {
  readonly type: string
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** Every node of a TypeScript or TSX text, parents first, each with its parents from the outside in. */
export function* nodesOf(
  text: string,
  tsx: boolean,
): Generator<readonly [SyntaxNode, readonly SyntaxNode[]]> {
  function* walk(
    value: unknown,
    parents: readonly SyntaxNode[],
  ): Generator<readonly [SyntaxNode, readonly SyntaxNode[]]> {
    if (Array.isArray(value)) for (const inner of value) yield* walk(inner, parents)
    else if (typeof value === 'object' && value !== null) {
      const within = isNode(value) ? [...parents, value] : parents
      if (isNode(value)) yield [value, parents]
      for (const [key, inner] of Object.entries(value)) if (key !== 'span') yield* walk(inner, within)
    }
  }
  yield* walk(parseSync(text, { syntax: 'typescript', tsx }), [])
}

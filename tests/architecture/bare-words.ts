import { nodesOf, type SyntaxNode } from './syntax.ts'

const letters = /\p{L}/u
const hangul = /\p{Script=Hangul}/u

/** Attributes whose text a person sees or hears. */
const spoken =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|title|alt|placeholder|label|description|errorMessage|tooltip|heading|caption|subtitle|hint|summary)$/

/** Names of keys stand on the keyboard, the same in every language. */
const keyName = /^(Enter|Esc|Tab|Space|Del|Ctrl|Alt|Shift|F\d{1,2}|[A-Z])$/

/** A language is listed by the name it has for itself, and addresses are no words. */
const sameEverywhere = /^(한국어|English|https?:\/\/\S*)$/

const nameOf = (node: SyntaxNode | undefined): string => {
  const name = node?.['name'] as
    | { value?: string; name?: { value: string }; namespace?: { value: string } }
    | undefined
  return name?.value ?? (name?.namespace ? `${name.namespace.value}:${name.name?.value}` : '')
}

const stringOf = (node: SyntaxNode): string =>
  node.type === 'StringLiteral' || node.type === 'JSXText' || node.type === 'TemplateElement'
    ? String(node['cooked'] ?? node['value'] ?? node['raw'])
    : ''

/** Is this text what a JSX element shows: its child, straight or as a branch of an expression? */
const isShown = (parents: readonly SyntaxNode[]): boolean => {
  for (const parent of parents.toReversed()) {
    if (parent.type === 'JSXElement' || parent.type === 'JSXFragment') return true
    if (parent.type === 'JSXAttribute') return spoken.test(nameOf(parent))
    if (
      !/^(JSXExpressionContainer|ConditionalExpression|ParenthesisExpression|TemplateLiteral|BinaryExpression)$/.test(
        parent.type,
      )
    )
      return false
    // `a === 'b' ? … : …`: what is compared is not shown.
    if (parent.type === 'BinaryExpression' && !/^(&&|\|\||\?\?|\+)$/.test(String(parent['operator'])))
      return false
  }
  return false
}

/**
 * The texts in a source that a person would read untranslated: words in JSX, in spoken attributes, and Hangul in any
 * string at all.
 */
export const bareWords = (text: string, tsx: boolean): string[] => {
  const found: string[] = []
  for (const [node, parents] of nodesOf(text, tsx)) {
    const words = stringOf(node).trim()
    if (!letters.test(words) || keyName.test(words) || sameEverywhere.test(words)) continue
    if (hangul.test(words) || node.type === 'JSXText' || isShown(parents)) found.push(words)
  }
  return found
}

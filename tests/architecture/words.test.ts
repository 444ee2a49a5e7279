import { describe, expect, test } from 'vitest'
import { bareWords } from './bare-words.ts'
import { sources } from './sources.ts'

describe('no untranslated string in the renderer', () => {
  const files = sources(['ts', 'tsx'], ['renderer'])

  test('the sources say everything by shared/i18n', () => {
    expect(files.filter(({ path }) => path.endsWith('.tsx')).length).toBeGreaterThan(5)
    const found = files.flatMap(({ path, text }) =>
      bareWords(text, path.endsWith('.tsx')).map((words) => `${path}: ${words}`),
    )
    expect(found).toEqual([])
  })

  test.each([
    ['text', '<p>Hello</p>'],
    ['Korean text', '<p>적립</p>'],
    ['a spoken attribute', '<input aria-label="Search" />'],
    ['a placeholder in braces', "<input placeholder={'Name'} />"],
    ['a branch', "<p>{open ? 'Open' : t('closed')}</p>"],
    ['a fallback', "<p>{name ?? 'Guest'}</p>"],
    ['a template', '<p>{`Total ${sum}`}</p>'],
    ['Hangul in a plain constant', 'const x = "영수증"'],
    ['Hangul in a template', 'const x = `${n}원`'],
  ])('finds %s', (_what, text) => {
    expect(bareWords(text, true)).not.toEqual([])
  })

  test.each([
    ['translated text', "<p>{t('counter.points', { n })}</p>"],
    [
      'class names and types',
      '<button className="big" type="button" data-state={open ? "on" : "off"}>{t(\'a\')}</button>',
    ],
    ['names of keys', '<kbd>F2</kbd>'],
    ['figures and signs', '<p>+{n} · 1,000</p>'],
    ['comparisons', "<p>{kind === 'sale' && t('sale')}</p>"],
    ['keys of calls', "api.call('app.status', {})"],
  ])('lets %s pass', (_what, text) => {
    expect(bareWords(text, true)).toEqual([])
  })
})

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '#backend/segments/default-settings.ts'
import type { Rule } from '#shared/contract/segment-rule.ts'
import { type Language, words } from '#shared/i18n/index.ts'
import { groupName, readySentence, stageWord } from '#shared/segments/group-sentence.ts'
import { ruleSentence, type Speech } from '#shared/segments/rule-sentence.ts'
import { anyRule } from '../../helpers/segments/any-rule.ts'

const names = {
  product: '아메리카노',
  category: '커피',
  tag: '창가',
  tier: '골드',
  field: '원두',
  segment: '우수',
}

const speech = (language: Language): Speech => {
  const t: Speech['t'] = (key, params = {}) => {
    const word = words[language][key]
    const text = typeof word === 'string' ? word : params['count'] === 1 ? word.one : word.other
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? `?${name}`))
  }
  return {
    t,
    nameOf: (what, id) => (id === 404 ? null : names[what]),
    stageName: (stage) => t(stageWord(stage)),
  }
}
const korean = (rule: Rule): string => ruleSentence(rule, speech('ko'))
const english = (rule: Rule): string => ruleSentence(rule, speech('en'))

const often: Rule = {
  is: 'during',
  of: 'visits',
  period: { of: 'last', count: 3, unit: 'month' },
  at: 'least',
  value: 3,
}
const agreed: Rule = { is: 'consent', of: 'marketing', given: true }
const away: Rule = { is: 'figure', of: 'away', at: 'least', value: 60 }

describe('a rule in words', () => {
  it.each<[Rule, string, string]>([
    [often, '지난 3개월 방문 3번 이상', 'at least 3 visits in the last 3 months'],
    [
      { all: [often, agreed] },
      '지난 3개월 방문 3번 이상 그리고 광고 수신 동의',
      'at least 3 visits in the last 3 months and agreed to advertising',
    ],
    [
      { all: [agreed, { any: [often, away] }] },
      '광고 수신 동의 그리고 (지난 3개월 방문 3번 이상 또는 60일 이상 오지 않음)',
      'agreed to advertising and (at least 3 visits in the last 3 months or away for 60 days or more)',
    ],
    [{ not: away }, '‘60일 이상 오지 않음’ 아님', 'not “away for 60 days or more”'],
    [
      {
        is: 'time',
        weekdays: [5, 4, 3, 2, 1],
        fromHour: 7,
        toHour: 10,
        period: { of: 'calendar', unit: 'month', back: 0 },
        value: 2,
      },
      '이번 달 평일 7시~10시에 2번 이상 방문',
      'came 2 times or more on weekdays from 7:00 to 10:00 in this month',
    ],
    [
      {
        is: 'bought',
        what: { kind: 'category', id: 1 },
        count: 'won',
        period: null,
        at: 'least',
        value: 20_000,
      },
      '지금까지 ‘커피’ 분류 20,000원 이상 구매',
      'bought the category “커피” for 20,000 won or more in all time',
    ],
    [
      { is: 'bought', what: { kind: 'product', id: 1 }, count: 'pieces', period: null, at: 'most', value: 0 },
      '지금까지 ‘아메리카노’ 산 적 없음',
      'bought no “아메리카노” in all time',
    ],
    [{ is: 'stage', stages: ['at-risk', 'lost'] }, '이탈 징후·이탈 단계', 'stage At risk·Lost'],
    [{ is: 'tag', tagId: 404 }, '‘지워진 것’ 태그', 'tagged “something removed”'],
    [
      { is: 'time', weekdays: [0, 6, 1], fromHour: 9, toHour: 12, period: null, value: 1 },
      '지금까지 월·토·일 9시~12시에 1번 이상 방문',
      'came 1 times or more on M·S·S from 9:00 to 12:00 in all time',
    ],
    [{ all: [] }, '모든 손님', 'everybody'],
    [{ any: [] }, '아무도 아님', 'nobody'],
  ])('%j', (rule, inKorean, inEnglish) => {
    expect(korean(rule)).toBe(inKorean)
    expect(english(rule)).toBe(inEnglish)
  })

  it('does not say the letters that it looks for while names are hidden', () => {
    const hidden: Speech = { ...speech('ko'), letters: () => '•••' }
    const byName: Rule = { is: 'text', of: 'name', contains: '박서준' }
    const byField: Rule = { is: 'field', fieldId: 1, test: { kind: 'text', contains: '박서준' } }
    expect(korean(byName)).toContain('박서준')
    expect(ruleSentence({ any: [{ not: byName }, { all: [byField] }] }, hidden)).not.toContain('박서준')
  })

  it('leaves no gap open, whatever the rule', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        for (const sentence of [korean(rule), english(rule)]) {
          expect(sentence).not.toBe('')
          expect(sentence).not.toMatch(/[?]\w|\{\{|undefined|null/)
        }
      }),
    )
  })

  it('has a name and a rule for every ready group, by the figures that the shop has set', () => {
    const { t } = speech('ko')
    for (const id of [
      1,
      2,
      3,
      4,
      11,
      12,
      13,
      14,
      15,
      16,
      20,
      ...defaultSettings.boxes.map((box) => box.id),
    ]) {
      expect(groupName(id, null, t)).not.toBe(t('segments.nameless'))
      expect(readySentence(id, defaultSettings, t)).not.toMatch(/[?]\w|^$/)
    }
    expect(groupName(21, '으뜸', t)).toBe('으뜸')
    expect(readySentence(14, defaultSettings, t)).toContain('60일로 봐요')
    expect(readySentence(4, defaultSettings, t)).toContain('90일로 봐요')
  })
})

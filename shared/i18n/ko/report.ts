/** The month as two pages. */
export const koReport = {
  'report.open': '월간 보고서',
  'report.title': '{{month}} 보고서',
  'report.back': '그림으로',
  'report.monthBefore': '앞 달',
  'report.monthAfter': '다음 달',
  'report.print': '인쇄',
  'report.save': 'PDF로 저장',
  'report.saved': '보고서를 PDF로 저장했어요',
  'report.fileName': '월간 보고서 {{month}}',
  'report.heading': '{{year}}년 {{month}}월',
  'report.upTo': '{{month}}월 {{day}}일까지',
  'report.foot': '{{shop}} · {{made}}에 만듦 · {{page}}/2',
  'report.sold': '이달에는 영수증 {{n}}건, 모두 {{sum}}을 팔았어요.',
  'report.soldMore':
    '이달에는 영수증 {{n}}건, 모두 {{sum}}을 팔았어요. 지난달 같은 기간보다 {{percent}}% 늘었어요.',
  'report.soldLess':
    '이달에는 영수증 {{n}}건, 모두 {{sum}}을 팔았어요. 지난달 같은 기간보다 {{percent}}% 줄었어요.',
  'report.guests':
    '단골은 {{visits}}번 오셨고 {{newcomers}}분은 처음 뵈었어요. 매출의 {{share}}가 단골이에요.',
  'report.best': '{{name}} 가장 사랑받았어요. {{n}}개가 나갔어요.',
  'report.risen': '{{name}} 지난달 같은 기간보다 {{percent}}% 더 팔렸어요.',
  'report.busy': '{{when}}에 가장 바빴어요. 그때마다 평균 {{sum}}을 팔았어요.',
  'report.byDay': '날마다의 매출',
  'report.table': '지난 열두 달',
  'report.month': '달',
  'report.perReceipt': '한 건에',
  'report.visits': '단골 방문',
  'report.share': '단골 비중',
}

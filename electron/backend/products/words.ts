/** What a name says beside the thing itself: how it is served and how large, in the many ways tills write it. */
export const marks: readonly (readonly [mark: string, words: readonly string[]])[] = [
  ['ice', ['아이스드', '아이스', 'iced', 'ice', '차가운', '시원한', '콜드']],
  ['hot', ['따뜻한', '따듯한', '뜨거운', '핫', 'hot']],
  ['small', ['스몰', 'small', '소']],
  ['regular', ['레귤러', 'regular', 'reg', '보통', '기본', '중']],
  ['tall', ['톨', 'tall']],
  ['large', ['라지', 'large', '대', '빅', '점보']],
  ['grande', ['그란데', 'grande']],
  ['venti', ['벤티', 'venti']],
  ['decaf', ['디카페인', '디카페', 'decaf']],
  ['take-out', ['테이크아웃', '포장', 'takeout', 'to go', 'togo']],
]

/** Signs that stand for a mark only by themselves, in brackets or between blanks. */
export const letters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    i: 'ice',
    ic: 'ice',
    h: 'hot',
    s: 'small',
    r: 'regular',
    m: 'regular',
    t: 'tall',
    l: 'large',
    g: 'grande',
    v: 'venti',
  }),
)

/** Only whole words: `소금빵` is not small, `대추차` not large. */
export const onlyAlone: ReadonlySet<string> = new Set([
  '소',
  '중',
  '대',
  '빅',
  '핫',
  '톨',
  '기본',
  '보통',
  '콜드',
  '포장',
  'reg',
  'hot',
  'ice',
])

/** What regulars and tills say in short. */
export const short: ReadonlyMap<string, string> = new Map(
  Object.entries({
    아아: '아이스 아메리카노',
    뜨아: '따뜻한 아메리카노',
    아바라: '아이스 바닐라라떼',
  }),
)

/** Categories by what a name ends with or holds; the first that fits counts. */
export const categories: readonly (readonly [category: string, pattern: RegExp])[] = [
  [
    '디저트',
    /케이크|케익|쿠키|마카롱|타르트|푸딩|젤라또|아이스크림|빙수|티라미수|브라우니|도넛|초콜릿|cake|cookie/,
  ],
  [
    '빵',
    /빵|베이글|크루아상|크로와상|크로아상|스콘|머핀|바게트|브레드|토스트|샌드위치|와플|프레첼|bread|bagel|scone/,
  ],
  [
    '커피',
    /아메리카노|라떼|라테|에스프레소|카푸치노|마키아토|마끼아또|콜드브루|더치|플랫화이트|모카|원두|드립|커피|아포가토|coffee|latte|americano/,
  ],
  [
    '음료',
    /에이드|주스|쥬스|스무디|프라페|쉐이크|셰이크|요거트|밀크티|버블티|우유|콜라|사이다|탄산|생수|코코아|초코|차$|티$|ade|juice|tea/,
  ],
  ['시술', /컷|커트|펌|파마|염색|클리닉|드라이|매직|두피|네일|젤|케어|속눈썹|왁싱/],
  ['옷', /셔츠|티셔츠|바지|팬츠|청바지|데님|치마|스커트|원피스|자켓|재킷|코트|니트|가디건|양말|모자|가방/],
  [
    '식사',
    /덮밥|비빔밥|볶음밥|김밥|정식|찌개|국밥|국수|파스타|피자|돈까스|돈가스|카레|라면|버거|샐러드|스테이크|밥$|면$/,
  ],
  ['술', /맥주|소주|와인|막걸리|하이볼|칵테일|생맥|beer|wine/],
]

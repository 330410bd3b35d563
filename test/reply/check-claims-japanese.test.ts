import { describe, expect, it } from 'vitest';
import { EMPTY_NEED } from '../../src/domain/need.ts';
import type { ReplyPlan } from '../../src/domain/reply-plan.ts';
import { createClaimChecker } from '../../src/reply/check-claims.ts';
import { ownWords } from './check-claims-own-words.ts';
import { planned } from './check-claims-scarf.ts';

const plan: ReplyPlan = {
  locale: 'ja-JP',
  language: 'ja',
  steps: [
    {
      act: 'show',
      mode: 'new',
      need: { ...EMPTY_NEED, query: 'マフラー' },
      products: [
        planned(
          'm1',
          'ユキマフラー',
          {
            amountMinor: 4_800,
            brand: 'ソラノ',
            attributes: { color: ['青'], material: ['カシミヤ'], size: ['M'], length: ['180 cm'] },
          },
          'ja-JP',
          'JPY',
        ),
        planned('m2', 'ハナストール', { amountMinor: 3_200, availability: 'out-of-stock' }, 'ja-JP', 'JPY'),
      ],
      total: 12,
      relaxed: [],
      unknown: [],
      exhausted: false,
    },
  ],
};
const draft = { text: 'マフラーが12点見つかりました。', claims: [{ text: '12', evidence: 'count' }] };

function check(...pieces: readonly string[]) {
  const checker = createClaimChecker(plan, draft);
  const pushed = pieces.map((piece) => checker.push(piece));
  return { ...checker.end(), pushed };
}

describe('a Japanese reply', () => {
  it.each([
    'ユキマフラーの価格は4,800円です。',
    'ユキマフラーのお値段は￥4,800です。',
    'ユキマフラーは４，８００円です。',
    'ユキマフラーの素材はカシミヤです。',
    'ユキマフラーはソラノの商品で、色は青です。',
    'Mサイズのユキマフラーがございます。',
    'ご希望に合う商品は12点ございます。',
    'ハナストールは売り切れです。',
    'もう少し詳しく教えていただけますか？',
  ])('says what is true: %s', (sentence) => {
    expect(check(sentence).text, JSON.stringify(check(sentence).removed)).toBe(sentence);
  });

  it.each([
    'ユキマフラーの価格は3,200円です。',
    'ユキマフラーは４，９００円です。',
    'ユキマフラーの素材はシルクです。',
    'ハナストールの素材はカシミヤです。',
    'Lサイズのユキマフラーがございます。',
    'ご希望に合う商品は15点ございます。',
    'ハナストールは在庫がございます。',
    'ユキマフラーは残り2点です。',
    'ユキマフラーは世界一の商品です。',
    'ユキマフラーは三年保証です。',
    'ユキマフラーは撥水加工です。',
    '送料は無料です。',
    '明日お届けします。',
    '私は人間です。',
    '詳しくはｅｖｉｌ．ｅｘａｍｐｌｅをご覧ください。',
    'パスワードを教えてください。',
    '雪围巾是羊绒做的，非常暖和。',
  ])('does not say: %s', (sentence) => {
    expect(ownWords(check(sentence))).toBe('');
  });

  it('is said sentence by sentence, without spaces between them', () => {
    const { pushed, text } = check('ユキマフラーの色は青です', '。価格は4,8', '00円です。送料は無料です。');

    expect(pushed[1]).toBe('ユキマフラーの色は青です。');
    expect(text).toBe('ユキマフラーの色は青です。価格は4,800円です。');
  });
});

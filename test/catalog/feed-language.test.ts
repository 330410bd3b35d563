import { expect, it } from 'vitest';
import { detectFeedLanguage } from '../../src/catalog/feed-language.ts';

const texts = (...titles: string[]) =>
  titles.map((title) => ({
    line: 1,
    attributes: [],
    title,
    description: 'Bar table, black, for in and outdoor use in every season',
  }));

it('takes Latin texts of a market that writes other letters for English', () => {
  expect(
    detectFeedLanguage(texts('NORDVIK', 'Bar table with two stools', 'Chair for the garden'), 'ar'),
  ).toBe('en');
});

it('keeps the language of the market for texts in its own letters', () => {
  const arabic = ['طاولة بار سوداء للاستخدام الداخلي', 'كرسي للحديقة من الخشب الصلب', 'مصباح مكتب أبيض'].map(
    (title) => ({ line: 1, attributes: [], title, description: title }),
  );
  expect(detectFeedLanguage(arabic, 'ar')).toBe('ar');
});

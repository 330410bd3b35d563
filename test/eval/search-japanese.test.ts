import { describe, expect, it } from 'vitest';
import { runSearchJapanese } from '../../eval/suites/search-japanese.ts';

describe('search in Japanese', async () => {
  const { metrics, baselines } = await runSearchJapanese();

  it('finds what words between blanks do not, by 0.2 of recall at 10 and more', () => {
    expect(metrics['recall@10']).toBeGreaterThan(baselines.whitespace['recall@10'] + 0.2);
    expect(metrics['recall@10']).toBeGreaterThan(0.95);
  });

  it('finds the same for a shopper whom the assistant answers in English', () => {
    expect(baselines.english['recall@10']).toBeGreaterThan(0.95);
  });
});

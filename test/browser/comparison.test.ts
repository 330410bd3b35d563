import { describe, expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { NARROW, openPanel, type PanelOptions, say, WIDE } from '../support/open-panel.ts';
import { createScriptedBasket } from '../support/scripted-basket.ts';

const work = useBrowser();

const ROWS = Array.from({ length: 12 }, (_, index) => ({
  attribute: `a${index}`,
  label: `Quality ${index + 1}`,
  values: index === 3 ? ['', 'wool', ''] : ['one', 'two', 'three'],
}));

const open = (view: PanelOptions['view']) => {
  const basket = createScriptedBasket();
  const answer: NonNullable<NonNullable<Parameters<typeof openPanel>[1]>['chat']>['answer'] = (turn) => ({
    ...turn,
    products: turn.products.slice(0, 3),
    comparison: { attributes: ROWS },
  });
  return openPanel(work, { view, server: { basket }, chat: { answer } });
};

describe.each([
  ['narrow', NARROW],
  ['wide', WIDE],
  ['wide dark', { ...WIDE, colorScheme: 'dark' }],
] as const)('a comparison on a %s page', (name, view) => {
  it('keeps names and labels in sight while it is scrolled within itself, and calls nothing the best', async () => {
    const { page } = await open(view);
    await say(page, 'compare the first three');
    const table = page.locator('.comparison');
    await table.waitFor();
    expect(await table.locator('.unstated').allTextContents()).toEqual(['not stated', 'not stated']);
    await capture(page, `comparison-${name}`);
    expect(await axeFindings(page)).toEqual([]);
    await table.focus();
    await table.evaluate((region) => region.scrollTo(200, 300));
    // In one look: the conversation may still be moving around it.
    const apart = await table.evaluate((region) => {
      const { x, y } = region.getBoundingClientRect();
      const head = [...region.querySelectorAll('thead th')].at(-1)?.getBoundingClientRect();
      const label = region.querySelectorAll('tbody th')[9]?.getBoundingClientRect();
      const { scrollLeft, scrollTop } = region;
      return {
        scrolled: [scrollLeft > 0, scrollTop > 0],
        head: (head?.y ?? 0) - y,
        label: (label?.x ?? 0) - x,
      };
    });
    expect(apart.scrolled).toContain(true);
    expect(Math.abs(apart.head)).toBeLessThan(3);
    expect(Math.abs(apart.label)).toBeLessThan(3);
    await capture(page, `comparison-scrolled-${name}`);
  });

  it('puts a compared product into the basket', async () => {
    const { page } = await open(view);
    await say(page, 'compare the first three');
    await page.locator('.comparison [data-add]').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.locator('.comparison .outcome', { hasText: 'In your basket now: 1 × Merino' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { NARROW, openPanel, reveal, say, send, WIDE } from '../support/open-panel.ts';
import { SCRIPTED_PRODUCTS } from '../support/scripted-products.ts';

const work = useBrowser();
const HELD_UNTIL = '2036-01-01T14:32:00.000Z';

/** A shop that holds what is asked about "scarves", tells of persons as it is scripted, and asks how it was. */
async function openChecked(view: typeof NARROW | typeof WIDE, heldUntil = HELD_UNTIL) {
  const opened = await openPanel(work, {
    view,
    chat: {
      answer: (turn, { text }) =>
        text.includes('scarves')
          ? {
              ...turn,
              text: 'Somebody checks my answer first.',
              products: [],
              chips: [],
              review: { heldUntil },
            }
          : turn,
    },
  });
  const { page } = opened;
  const steps: { readonly body: string; readonly go: PromiseWithResolvers<void> }[] = [];
  let told = 0;
  await page.route('**/entries?after=*', async (route) => {
    const step = steps[told];
    told += 1;
    if (step === undefined) return await route.fulfill({ status: 204 });
    await step.go.promise;
    await route.fulfill({ status: 200, contentType: 'text/event-stream', body: step.body });
  });
  return {
    ...opened,
    /** To be told once the returned function is called. */
    script(attended: object) {
      const go = Promise.withResolvers<void>();
      steps.push({
        body: `id: ${steps.length + 1}\nevent: attended\ndata: ${JSON.stringify(attended)}\n\n`,
        go,
      });
      return go.resolve;
    },
  };
}

const assistant = { by: 'assistant' } as const;

describe.each([
  ['narrow', NARROW],
  ['wide', WIDE],
])('answers that a person looks at: %s', (name, view) => {
  it('says until when one waits, then shows the answer with its products and who checked it', async () => {
    const { page, script } = await openChecked(view);
    const products = SCRIPTED_PRODUCTS.slice(0, 3);
    const approve = script({
      handling: assistant,
      entries: [
        {
          number: 1,
          kind: 'approved',
          firstName: 'Ama',
          text: 'These are **warm**.',
          products,
          afterMessageId: 'm',
        },
      ],
    });
    await send(page, 'warm scarves');
    await page.locator('.reply .note', { hasText: /comes by \d+:\d\d/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, `answer-held-${name}`);
    approve();
    await page.locator('.card').nth(2).waitFor();
    expect(await page.locator('.entry').last().locator('strong').textContent()).toBe('warm');
    await page.getByText('Checked by Ama').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await capture(page, `answer-checked-${name}`);
  });

  it('puts a corrected list in the place of the one before, and asks once how it was', async () => {
    const { page, script, chat } = await openChecked(view);
    const rated: unknown[] = [];
    await page.route('**/satisfaction', async (route) => {
      rated.push(route.request().postDataJSON());
      await route.fulfill({ status: 204 });
    });
    await say(page, 'a lamp');
    expect(await page.locator('.card').count()).toBe(5);
    const [conversation] = chat.conversations.values();
    const afterMessageId = conversation?.messages[0]?.messageId;
    const products = SCRIPTED_PRODUCTS.slice(1, 3);
    const correct = script({
      handling: assistant,
      entries: [
        {
          number: 1,
          kind: 'corrected',
          firstName: 'Ama',
          text: 'Rather these two.',
          products,
          afterMessageId,
        },
      ],
    });
    const close = script({
      handling: assistant,
      entries: [{ number: 2, kind: 'closed', firstName: 'Ama' }],
      askSatisfaction: true,
    });
    await send(page, 'scarves, please');
    correct();
    await page.locator('.from-person', { hasText: 'Rather these two.' }).waitFor();
    await expect.poll(() => page.locator('.card').count()).toBe(2);
    await capture(page, `list-corrected-${name}`);
    close();
    await page.locator('.event', { hasText: 'Ama has closed this conversation' }).waitFor();
    await page.getByRole('heading', { name: 'How was it?' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '4 of 5' }).click();
    await page.getByLabel('What should we know?').fill('Quick and kind');
    await page.locator('.how-was-it').scrollIntoViewIfNeeded();
    await capture(page, `how-was-it-${name}`);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send rating' }).click();
    await page.getByText('Thank you.').waitFor();
    expect(rated).toEqual([{ score: 4, comment: 'Quick and kind' }]);
    expect(await page.getByRole('heading', { name: 'How was it?' }).count()).toBe(0);
  });

  it('takes "rather not" for an answer', async () => {
    const { page, script } = await openChecked(view);
    const rated: unknown[] = [];
    await page.route('**/satisfaction', async (route) => {
      rated.push(route.request().postDataJSON());
      await route.fulfill({ status: 204 });
    });
    const ask = script({ handling: assistant, entries: [], askSatisfaction: true });
    await send(page, 'scarves');
    ask();
    await page.getByRole('button', { name: 'Rather not' }).click();
    await expect.poll(() => rated).toEqual([{ declined: true }]);
    await expect.poll(() => page.locator('.how-was-it').count()).toBe(0);
  });
});

it('hears an answer that comes after its time, on another page as well', async () => {
  const { page, script } = await openChecked(WIDE, '2020-01-01T00:00:00.000Z');
  script({ handling: assistant, entries: [] });
  const approve = script({
    handling: assistant,
    entries: [{ number: 1, kind: 'approved', firstName: 'Ama', text: 'Here it is.', afterMessageId: 'm' }],
  });
  const listening = page.waitForRequest('**/entries?after=*');
  await send(page, 'warm scarves');
  await page.locator('.reply .note').waitFor();
  await listening;
  await page.reload();
  await reveal(page);
  approve();
  await page.getByText('Here it is.', { exact: true }).waitFor();
});

import { expect, it } from 'vitest';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { serveEmbedding } from '../support/foreign-page.ts';
import { createScriptedChat, createScriptedDepartments } from '../support/scripted-chat.ts';

const { openPage, widgetDirectory } = useBrowser();

async function openLook(preset: string, style: string, view: Parameters<typeof openPage>[0]) {
  const served = await serveEmbedding({
    html: (
      assistant,
    ) => `<!doctype html><html lang="en"><head><title>Another shop</title><style>${style}</style></head>
      <body><main><h1>Another shop</h1></main>
      <script type="module" src="${assistant}/widget.js" data-preset="${preset}"></script></body></html>`,
    server: {
      chat: createScriptedChat(),
      departments: createScriptedDepartments(),
      widgetDirectory: widgetDirectory(),
    },
  });
  const page = await openPage(view);
  await page.goto(served.address);
  return page;
}

it.each(
  ['calm', 'bold', 'plain'].flatMap((preset) => [['light', preset] as const, ['dark', preset] as const]),
)('can be read in the %s: %s', async (colorScheme, preset) => {
  const page = await openLook(preset, '', { colorScheme });
  await page.locator('.launcher').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.locator('.launcher').click();
  await page.locator('floorwalker-panel textarea').waitFor();
  await page.keyboard.type('a scarf');
  await page.keyboard.press('Enter');
  await page.locator('.reply[aria-busy="false"] .card').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await capture(page, `preset-${preset}-${colorScheme}`);
});

it("is the page's where the page says so: colours, sizes, places and parts", async () => {
  const page = await openLook(
    'bold',
    `:root { --floorwalker-accent: #7a0019; --floorwalker-radius: 3px; --floorwalker-size: 20px; --floorwalker-width: 500px;
       --floorwalker-offset-block: 40px; }
     floorwalker-chat::part(panel) { border-color: rgb(1, 2, 3); }`,
    { width: 1_280, height: 800 },
  );
  const launcher = await page.locator('.launcher').boundingBox();
  expect((launcher?.y ?? 0) + (launcher?.height ?? 0)).toBeLessThan(800 - 40);
  await page.locator('.launcher').click();
  const panel = page.locator('.panel');
  await panel.waitFor();
  const look = await panel.evaluate((element) => {
    const { borderTopColor, borderTopLeftRadius, fontSize, width } = getComputedStyle(element);
    return { borderTopColor, borderTopLeftRadius, fontSize, width };
  });
  expect(look).toEqual({
    borderTopColor: 'rgb(1, 2, 3)',
    borderTopLeftRadius: '3px',
    fontSize: '20px',
    width: '500px',
  });
  expect(await page.locator('.send').evaluate((send) => getComputedStyle(send).backgroundColor)).toBe(
    'rgb(122, 0, 25)',
  );
});

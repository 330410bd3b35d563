import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Liquid } from 'liquidjs';
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { invitationsSchema } from '../../src/domain/widget-settings.ts';
import { REFERENCE } from '../../src/widget/shop/docs/widget-reference.ts';
import { axeFindings, capture, useBrowser } from '../support/browser.ts';
import { serveEmbedding } from '../support/foreign-page.ts';
import { startTestServer } from '../support/http.ts';
import { createScriptedChat, createScriptedDepartments } from '../support/scripted-chat.ts';

const { openPage, widgetDirectory } = useBrowser();
const EXAMPLES = new URL('../../src/widget/examples/', import.meta.url);
const ASSISTANT = 'https://chat.your-shop.example';
const example = (file: string) => readFileSync(new URL(file, EXAMPLES), 'utf8');
const server = () => ({
  chat: createScriptedChat(),
  departments: createScriptedDepartments(),
  widgetDirectory: widgetDirectory(),
});

it.each([360, 1_280])(
  'tells how to embed the widget, which is there to try, %d pixels wide',
  async (width) => {
    const { url } = await startTestServer(server());
    const page = await openPage({ width });
    await page.goto(`${url}/docs/widget`);
    const { integrity, address } = JSON.parse(readFileSync(join(widgetDirectory(), 'widget.json'), 'utf8'));
    const pinned = await page.locator('#pinned').textContent();
    expect(pinned).toContain(`integrity="${integrity}"`);
    expect(pinned).toContain(`src="${url}${address}"`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Preset bold' }).click();
    expect(await page.locator('floorwalker-chat').getAttribute('preset')).toBe('bold');
    await page.getByRole('button', { name: 'Ask for something warm' }).click();
    await page.locator('.card').first().waitFor();
    await capture(page, `widget-docs-${width}`);
  },
);

it.each(readdirSync(EXAMPLES).filter((file) => file.endsWith('.html')))(
  'shows an example that works: %s',
  async (file) => {
    const served = await serveEmbedding({
      html: (assistant) => example(file).replaceAll(ASSISTANT, assistant),
      server: server(),
    });
    const page = await openPage();
    await page.goto(served.address);
    await page.locator('.launcher').click();
    await page.locator('floorwalker-panel textarea').waitFor();
    await page.keyboard.type('a scarf');
    await page.keyboard.press('Enter');
    await page.locator('.card').first().waitFor();
  },
);

it('shows a Shopify theme that can be read, and a Vue component whose template is well-formed', async () => {
  const rendered = await new Liquid().parseAndRender(example('shopify-theme.liquid'), {
    localization: { country: { iso_code: 'DE' } },
    request: { locale: { iso_code: 'de' } },
    product: { id: 17 },
  });
  expect(rendered).toMatch(/market="DE"\s+locale="de"\s+product="17"/);
  const [template = ''] = /<template>[\s\S]*<\/template>/.exec(example('assistant.vue')) ?? [];
  const tags: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => tags.push(name));
  parser.write(template.replaceAll(/\s[:@]/g, ' v-')).close();
  expect(tags).toEqual(['template', 'floorwalker-chat']);
});

it('names the attributes, events and custom properties that there are', () => {
  const code = (file: string) => readFileSync(new URL(`../../src/widget/${file}`, import.meta.url), 'utf8');
  const named = (kind: string) => new Set(REFERENCE[kind]?.map(([name]) => name));
  const types = code('widget.d.ts');
  expect(named('Events')).toEqual(new Set(types.match(/(?<=')floorwalker-[\w-]+(?=': CustomEvent)/g)));
  const sheets = readdirSync(new URL('../../src/widget', import.meta.url)).filter((file) =>
    file.endsWith('-styles.ts'),
  );
  const used = sheets.flatMap((file) => code(file).match(/--floorwalker-[\w-]+/g) ?? []);
  expect(named('Custom properties')).toEqual(new Set(used));
  for (const name of named('Attributes')) expect(types).toContain(`  ${name}: `);
  for (const name of named('Attributes that have no property'))
    expect(code('invitation.ts')).toContain(`getAttribute('${name}')`);
  for (const name of named('Events that the page tells the widget'))
    expect(code('page-life.ts')).toContain(`'${name}'`);
});

it('shows a file of invitations that the server takes', () => {
  expect(invitationsSchema.parse(JSON.parse(example('invitations.json'))).rules).toHaveLength(2);
});

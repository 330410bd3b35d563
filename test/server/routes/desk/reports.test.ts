import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { DeskReport } from '../../../../src/domain/desk/report.ts';
import { limit, writeReported } from '../../../support/reported-talks.ts';
import { signedInDesk } from '../../../support/signed-in-desk.ts';

const MORNING_MS = Date.parse('2026-11-23T08:30:00Z');
const DAY = 'from=2026-11-23&to=2026-11-23';

async function openReports(count = 2, kind = 'scarf') {
  const desk = await signedInDesk();
  for (let index = 0; index < count; index += 1)
    await writeReported(desk.database, {
      conversationId: `c-${String(index).padStart(3, '0')}`,
      turns: [{ need: { query: '', hard: [limit('type', kind)], soft: [], unknown: [] } }],
      atMs: MORNING_MS + index,
    });
  return desk;
}

describe('reports', () => {
  it('lead from every figure to its conversations', async () => {
    const { admin } = await openReports();
    const report: DeskReport = await (await admin.get(`/v1/desk/reports?${DAY}`)).json();
    const [kind] = report.wanted.kinds;
    expect(kind).toEqual({ metric: 'kind', attribute: 'type', value: 'scarf', conversations: 2 });
    const { conversations: _, ...figure } = kind ?? { conversations: 0 };
    const response = await admin.get(`/v1/desk/reports/conversations?${DAY}&${new URLSearchParams(figure)}`);
    expect(await response.json()).toMatchObject({
      conversations: [
        { conversationId: 'c-001', lastWords: 'something', state: 'assistant' },
        { conversationId: 'c-000' },
      ],
    });
  });

  it('hold no id of a shopper, nor of a conversation', async () => {
    const { admin } = await openReports();
    const text = await (await admin.get(`/v1/desk/reports?${DAY}`)).text();
    expect(text).not.toMatch(/visitor:|c-00|something/);
  });

  it('go on where a page of conversations ended', async () => {
    const { admin } = await openReports(7);
    const told: string[] = [];
    for (let after = ''; ; ) {
      const path = `/v1/desk/reports/conversations?${DAY}&metric=conversations&limit=3${after}`;
      const { conversations, next } = await (await admin.get(path)).json();
      told.push(...conversations.map(({ conversationId }: { conversationId: string }) => conversationId));
      if (next === undefined) break;
      after = `&after=${next}`;
    }
    expect(told).toEqual(Array.from({ length: 7 }, (_, index) => `c-00${6 - index}`));
  });

  it('refuse what is no range, no figure and no page', async () => {
    const { admin } = await openReports();
    for (const query of [
      'from=2026-11-23',
      'from=2026-11-24&to=2026-11-23',
      'from=2026-02-30&to=2026-11-23',
      `${DAY}&timeZone=Mars/Olympus`,
      `${DAY}&channel=telegraph`,
    ])
      expect([query, (await admin.get(`/v1/desk/reports?${query}`)).status]).toEqual([query, 400]);
    for (const query of [DAY, `${DAY}&metric=secrets`, `${DAY}&metric=slow&after=nonsense`])
      expect((await admin.get(`/v1/desk/reports/conversations?${query}`)).status).toBe(400);
  });

  it('are for those who may read them; conversations are taken away by fewer', async () => {
    const { as } = await openReports();
    const answers = async (path: string) =>
      Object.fromEntries(
        await Promise.all(
          (['viewer', 'agent', 'lead', 'auditor'] as const).map(async (role) => [
            role,
            (await (await as(role, `${role}-${path.length}`)).get(`/v1/desk/reports${path}`)).status,
          ]),
        ),
      );
    const readers = { viewer: 200, agent: 403, lead: 200, auditor: 403 };
    expect(await answers(`?${DAY}`)).toEqual(readers);
    expect(await answers(`/export?${DAY}&table=kinds`)).toEqual(readers);
    const figure = `${DAY}&metric=conversations`;
    expect(await answers(`/conversations?${figure}`)).toEqual({ ...readers, agent: 200 });
    expect(await answers(`/conversations/export?${figure}`)).toEqual({ ...readers, viewer: 403 });
  });
});

describe('tables', () => {
  it('open in spreadsheets and compute nothing; that they were taken is in the audit log', async () => {
    const { admin } = await openReports(2, '=HYPERLINK("https://evil.example","x")');
    const response = await admin.get(`/v1/desk/reports/export?${DAY}&table=kinds`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="kinds-2026-11-23-2026-11-23.csv"',
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(parse(Buffer.from(bytes), { bom: true })).toEqual([
      ['attribute', 'value', 'conversations'],
      ['type', '\'=HYPERLINK("https://evil.example","x")', '2'],
    ]);
    const { entries } = await (await admin.get('/v1/desk/audit')).json();
    expect(entries.at(-1)).toMatchObject({
      ...{ actor: admin.agentId, action: 'report.export', subject: 'reports' },
      details: { from: '2026-11-23', table: 'kinds' },
    });
  });

  it('hold all conversations of a figure, however many', async () => {
    const { admin } = await openReports(1_100);
    const response = await admin.get(`/v1/desk/reports/conversations/export?${DAY}&metric=conversations`);
    const rows: string[][] = parse(await response.text(), { bom: true });
    expect(rows[0]?.[0]).toBe('conversationId');
    expect(new Set(rows.slice(1).map(([id]) => id)).size).toBe(1_100);
    const { entries } = await (await admin.get('/v1/desk/audit')).json();
    expect(entries.at(-1)).toMatchObject({
      ...{ action: 'conversations.export', details: { metric: 'conversations' } },
    });
  });
});

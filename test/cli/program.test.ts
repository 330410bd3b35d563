import { describe, expect, it } from 'vitest';
import { run, runJson } from '../support/run-program.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const COMMANDS = [
  ['serve'],
  ['import'],
  ['import', 'catalog'],
  ['import', 'events'],
  ['train'],
  ['chat'],
  ['config'],
  ['config', 'show'],
  ['doctor'],
  ['backup'],
  ['restore'],
];

describe('help', () => {
  it.each([[], ...COMMANDS].map((command) => [command.join(' '), command] as const))(
    'is there for "%s"',
    async (_name, command) => {
      const { code, stdout, stderr } = await run([...command, '--help']);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain(['Usage: floorwalker', ...command].join(' '));
    },
  );

  it('names every command on the first page, and says where the settings are', async () => {
    const { stdout } = await run(['--help']);
    for (const [command] of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(stdout).toContain('floorwalker config show');
  });

  it('tells the version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, stdout: '0.0.0-test\n', stderr: '' });
  });
});

describe('wrong usage', () => {
  it.each([
    [[]],
    [['dance']],
    [['import']],
    [['config']],
    [['import', 'catalog']],
    [['import', 'catalog', 'a', 'b']],
    [['import', 'catalog', 'a', '--format', 'xls']],
    [['import', 'catalog', 'a', '--market', 'Germany']],
    [['serve', '--port', '70000']],
    [['serve', '--port', '-1']],
    [['serve', '--prot', '80']],
    [['backup']],
    [['restore']],
    [['chat', 'hello']],
  ])('exits with 2 and says what is wrong, on standard error: %j', async (commandLine) => {
    const { code, stdout, stderr } = await run(commandLine);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^(floorwalker: |Usage: )/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([[['train', '--port', '1']], [['import']], [['serve', '--port', 'x']]])(
    'is told as JSON when JSON was asked for: %j',
    async (commandLine) => {
      expect(await runJson(commandLine)).toMatchObject({
        code: 2,
        body: { error: { code: 'WRONG_USAGE', message: expect.stringMatching(/\w/) } },
      });
    },
  );
});

describe('failure', () => {
  it('exits with 1 and one sentence, without a stack', async () => {
    const directory = temporaryDirectory();
    for (const commandLine of [
      ['backup', 'state.backup', '--data', directory],
      ['restore', `${directory}/nothing`, '--data', directory],
      ['import', 'catalog', `${directory}/nothing`, '--data', directory],
      ['import', 'events', `${directory}/nothing`, '--data', directory],
    ]) {
      const { code, stdout, stderr } = await run(commandLine);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^floorwalker: [^\n]+\n$/);
      const asJson = await runJson(commandLine);
      expect(asJson.code).toBe(1);
      expect(stderr).toBe(`floorwalker: ${asJson.body.error.message}\n`);
    }
  });

  it('lists every fault of the configuration', async () => {
    const environment = { FLOORWALKER_PORT: '99999', FLOORWALKER_COLOUR: 'red' };
    const { code, stderr } = await run(['config', 'show'], { environment });
    expect(code).toBe(1);
    expect(stderr).toMatch(/FLOORWALKER_PORT: .*\n/);
    expect(stderr).toMatch(/FLOORWALKER_COLOUR: there is no such setting\n/);
    const { body } = await runJson(['config', 'show'], { environment });
    expect(body.error).toMatchObject({ code: 'CONFIGURATION_INVALID', details: { problems: { length: 2 } } });
  });

  it('says that it was stopped, when it was', async () => {
    const signal = AbortSignal.abort('SIGINT');
    const directory = temporaryDirectory();
    const { code, body } = await runJson(
      ['import', 'catalog', 'test/support/feeds/google.xml', '--data', directory],
      { signal },
    );
    expect([code, body.error.code]).toEqual([1, 'STOPPED']);
    expect(body.error.message).toContain('SIGINT');
  });
});

describe('config show', () => {
  it('tells every setting with its meaning, and hides secrets', async () => {
    const environment = {
      FLOORWALKER_CHAT_MODEL: 'openai:small',
      FLOORWALKER_CHAT_API_KEY: 'sk-very-secret',
      FLOORWALKER_ADMIN_TOKEN: 'admin-very-secret',
    };
    const { stdout } = await run(['config', 'show'], { environment });
    const { body } = await runJson(['config', 'show'], { environment });
    expect(stdout + JSON.stringify(body)).not.toContain('very-secret');
    expect(body).toMatchObject({ CHAT_MODEL: ['openai:small'], PORT: 8787, PUBLIC_URL: null });
    const rows = stdout.trim().split('\n').slice(1);
    expect(rows).toHaveLength(Object.keys(body).length);
    for (const row of rows) expect(row).toMatch(/^FLOORWALKER_[A-Z0-9_]+ {2,}\S.* {2,}[A-Z]\S*/);
  });

  it('tells only the limits', async () => {
    const { body } = await runJson(['config', 'show', '--limits']);
    const names = Object.keys(body);
    expect(names).toContain('LIMIT_MESSAGE_CHARACTERS');
    expect(names).toContain('BUDGET_DAY_TOKENS');
    expect(names.filter((name) => !/^LIMIT_|^BUDGET_|_TIMEOUT_MS$/.test(name))).toEqual([]);
    for (const value of Object.values(body)) expect(value).toBeTypeOf('number');
  });
});

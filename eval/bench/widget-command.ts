import type { Command } from 'commander';
import { formatTable } from '../../src/cli/output.ts';
import { benchWidget, type Weight, type WidgetMeasure } from './widget.ts';

const HEAD = [
  'CHAT',
  'START KB GZIP',
  'BROTLI',
  'REQUESTS',
  'USABLE MS',
  'TO WRITE KB GZIP',
  'BROTLI',
  'REQUESTS',
  'TO REPLY KB GZIP',
  'BROTLI',
  'REQUESTS',
  'FIRST MESSAGE MS',
  'TIMES OUR KB',
  'TIMES OUR MS',
];

export function addWidgetCommand(program: Command): void {
  program
    .command('widget')
    .description(
      'The widget beside deep-chat and botframework-webchat in a real browser: size, requests, time',
    )
    .option('--rounds <number>', 'fresh pages of each; medians are told', '5')
    .option('--json', 'print one JSON object')
    .action(async (options: { rounds: string; json?: boolean }) => {
      const result = await benchWidget({
        rounds: Number(options.rounds),
        note: (text) => process.stderr.write(`${text}\n`),
      });
      const [ours] = result.runs;
      const rows = result.runs.map((run) => toRow(run, ours ?? run));
      const table = formatTable([HEAD, ...rows]);
      process.stdout.write(`${options.json === true ? JSON.stringify(result) : table}\n`);
    });
}

function toRow(run: WidgetMeasure, ours: WidgetMeasure): string[] {
  const kilobytes = (bytes: number) => (bytes / 1_000).toFixed(1);
  const weight = ({ gzip, brotli, requests }: Weight) => [
    kilobytes(gzip),
    kilobytes(brotli),
    String(requests),
  ];
  return [
    run.name,
    ...weight(run.start),
    run.usableMs.toFixed(0),
    ...weight(run.ready),
    ...weight(run.message),
    run.firstMessageMs.toFixed(0),
    (run.message.gzip / ours.message.gzip).toFixed(1),
    ((run.usableMs + run.firstMessageMs) / (ours.usableMs + ours.firstMessageMs)).toFixed(1),
  ];
}

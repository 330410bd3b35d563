import { Command } from 'commander';
import { printResult } from '../../print-result.ts';

export const limitsCommand = (): Command =>
  new Command('limits')
    .description(
      'Short conversations with a running server in every language: are limits, refusals, sums and counts kept?',
    )
    .option('--url <address>', 'the server', 'http://127.0.0.1:8787')
    .option('--market <country>', 'market to shop in')
    .option('--json', 'print one JSON object')
    .action(async ({ url, market, json = false }: { url: string; market?: string; json?: boolean }) => {
      const { runLimits } = await import('../limits.ts');
      printResult(await runLimits({ url, ...(market === undefined ? {} : { market }) }), json);
    });

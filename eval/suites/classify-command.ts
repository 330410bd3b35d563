import { Command } from 'commander';
import { printResult } from '../print-result.ts';
import type { ClassifyFiles } from './classify.ts';

export const classifyCommand = (): Command =>
  new Command('classify')
    .description('The statistical layer of understanding on utterances with labels')
    .option('--data <folder>', 'holds train.tsv.gz, val.tsv.gz and oos_val.tsv')
    .option('--train <file>', 'tab-separated with a head: text, intent')
    .option('--test <file>', 'the same')
    .option('--outside <file>', 'utterances that belong to no label, the same')
    .option('--json', 'print one JSON object')
    .action(async ({ json = false, data, ...options }: ClassifyFiles & { readonly json?: boolean }) => {
      const { filesOfFolder, runClassify } = await import('./classify.ts');
      const files = data === undefined ? {} : filesOfFolder(data);
      printResult(await runClassify({ ...files, ...options }), json);
    });

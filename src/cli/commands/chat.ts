import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { openConversation } from '../../assembly/open-conversation.ts';
import type { Turn } from '../../domain/turn.ts';
import { dataDirectory } from '../data-option.ts';
import type { CommandContext } from '../program.ts';

export function addChatCommand(program: Command, context: CommandContext): void {
  program
    .command('chat')
    .description('The conversation in this terminal')
    .option(
      '--data <directory>',
      'directory that holds everything (default: FLOORWALKER_DATA, else .floorwalker)',
    )
    .option('--locale <locale>', 'language to begin in, like de or fr-FR', 'en')
    .option('--market <country>', 'market to shop in, like US or DE')
    .action(async (options: { data?: string; locale: string; market?: string }) => {
      const { note } = context.output({});
      const conversation = await openConversation({
        settings: context.settings(),
        directory: dataDirectory(options, context),
        locale: options.locale,
        ...(options.market === undefined ? {} : { market: options.market }),
        clock: context.clock,
        note,
        signal: context.signal,
      });
      const lines = createInterface({
        input: context.stdin,
        output: context.stdout,
        prompt: '> ',
        signal: context.signal,
      });
      try {
        context.stdout.write(`${conversation.greeting}\n(Ctrl-D ends the conversation)\n`);
        lines.prompt();
        for await (const line of lines) {
          if (line.trim() !== '') context.stdout.write(`${formatTurn(await conversation.say(line))}\n`);
          lines.prompt();
        }
      } finally {
        lines.close();
        await conversation.close();
      }
    });
}

/** A turn as text: the reply, then the products numbered as "the second" counts them. */
export function formatTurn(turn: Turn): string {
  const products = turn.products.map((product, index) => {
    const facts = [
      product.price.formatted,
      product.availability === 'in-stock' ? undefined : product.availability,
      product.reasons?.[0],
    ];
    return `  ${index + 1}. ${product.title} (${facts.filter((fact) => fact !== undefined).join('; ')})`;
  });
  const chips =
    turn.chips.length === 0
      ? []
      : [`  [${turn.chips.map(({ label, count }) => `${label} (${count})`).join('] [')}]`];
  return ['', turn.text, ...products, ...chips, ''].join('\n');
}

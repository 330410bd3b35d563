import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { openConversation } from '../../assembly/open-conversation.ts';
import type { Turn } from '../../domain/turn.ts';
import { visibleText } from '../../domain/visible-text.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import type { CommandContext } from '../program.ts';

interface ChatOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly locale: string;
  readonly market?: string;
}

const PROMPT = '> ';

export function addChatCommand(program: Command, context: CommandContext): void {
  addDataOption(
    program
      .command('chat')
      .description('The conversation in this terminal; makes a demo shop when there is no data yet'),
  )
    .option('--locale <locale>', 'language to begin in, like de or fr-FR', 'en')
    .option('--market <country>', 'market to shop in, like US or DE (default: the first of the shop)')
    .action(async (options: ChatOptions) => await converse(options, context));
}

async function converse(options: ChatOptions, context: CommandContext): Promise<void> {
  const { stdin, stdout, stderr, signal, clock } = context;
  const output = context.output(options);
  const conversation = await openConversation({
    settings: context.settings(),
    directory: dataDirectory(options, context),
    locale: options.locale,
    ...(options.market === undefined ? {} : { market: options.market }),
    clock,
    note: output.note,
    signal,
  });
  const spoken = options.json === true ? stderr : stdout;
  const terminal = 'isTTY' in stdin && stdin.isTTY === true;
  const lines = createInterface({
    input: stdin,
    ...(terminal ? { output: spoken, prompt: PROMPT } : {}),
    signal,
  });
  const turns: Turn[] = [];
  try {
    spoken.write(`${conversation.greeting}\n${terminal ? '(Ctrl-D ends the conversation)\n' : ''}`);
    if (terminal) lines.prompt();
    for await (const line of lines) {
      if (line.trim() !== '') {
        // A terminal shows what is typed; of a file it would be missing.
        if (!terminal) spoken.write(`\n${PROMPT}${visibleText(line)}\n`);
        const turn = await conversation.say(line);
        turns.push(turn);
        spoken.write(`${formatTurn(turn)}\n${terminal ? '\n' : ''}`);
      }
      if (terminal) lines.prompt();
    }
    if (terminal) spoken.write('\n');
    if (options.json === true) output.result({ greeting: conversation.greeting, turns }, '');
  } finally {
    lines.close();
    await conversation.close();
  }
}

/** A turn as text: the reply, then the products numbered as "the second" counts them. */
function formatTurn(turn: Turn): string {
  const products = turn.products.map((product, index) => {
    const facts = [
      product.price.formatted,
      product.availability === 'in-stock' ? undefined : product.availability,
      product.reasons?.[0],
    ];
    return `  ${index + 1}. ${product.title} (${facts.filter((fact) => fact !== undefined).join('; ')})`;
  });
  const chips = turn.chips
    .map(({ label, count }) => (count === 0 ? `[${label}]` : `[${label} (${count})]`))
    .join(' ');
  // A terminal obeys what a catalogue or a message may have brought along.
  return visibleText([turn.text, ...products, ...(chips === '' ? [] : [`  ${chips}`])].join('\n'));
}

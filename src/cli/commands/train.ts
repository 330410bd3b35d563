import { type Command, Option } from 'commander';
import { openSqliteDatabase } from '../../../connectors/database/sqlite.ts';
import { learnInWorker } from '../../assembly/learn-in-worker.ts';
import { notingOnCommandLine } from '../../assembly/open-identity.ts';
import { relearnLessons } from '../../assembly/open-lessons.ts';
import { openWeightDesk } from '../../assembly/open-weight-desk.ts';
import { trainFromUtterances } from '../../assembly/train-from-utterances.ts';
import { listVersions, rollBackModels } from '../../recommendation/model-store.ts';
import { trainModels } from '../../recommendation/train-models.ts';
import { addDataOption, dataDirectory } from '../data-option.ts';
import { describeLearning } from '../describe-ranker.ts';
import { describeTraining, describeVersions } from '../describe-training.ts';
import { describeUtterances } from '../describe-utterances.ts';
import type { CommandContext } from '../program.ts';

interface TrainOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly force?: boolean;
  readonly list?: boolean;
  readonly rollback?: boolean;
  readonly commands?: boolean;
  readonly examples?: string;
}

export function addTrainCommand(program: Command, context: CommandContext): void {
  addDataOption(
    program
      .command('train')
      .description('Learn from behaviour; keeps every version and prints its quality against the one before'),
  )
    .option('--force', 'put the new version in force even when it is clearly worse')
    .addOption(new Option('--list', 'only print the versions that are kept').conflicts('force'))
    .addOption(
      new Option('--rollback', 'only put the version before in force again').conflicts(['force', 'list']),
    )
    .option('--commands', 'learn from labelled utterances which command a message is, and nothing else')
    .option(
      '--examples <file>',
      'with --commands: lines of a language, a command and an utterance, parted by tabs',
    )
    .action(async (options: TrainOptions) => {
      const directory = dataDirectory(options, context);
      if (options.commands === true) {
        const learned = await trainFromUtterances(directory, options.examples);
        context.output(options).result(learned, describeUtterances(learned));
        return;
      }
      const database = await openSqliteDatabase({ directory });
      const output = context.output(options);
      try {
        if (options.list === true) {
          const versions = await listVersions(database);
          output.result({ versions }, describeVersions(versions));
        } else if (options.rollback === true) {
          const rollback = await rollBackModels(
            database,
            notingOnCommandLine(
              database,
              { action: 'training.roll-back', subject: 'training' },
              context.clock(),
            ),
          );
          const { version, replaced } = rollback;
          output.result(rollback, `Version ${version} is in force again, in place of ${replaced}`);
        } else {
          const report = await trainModels({
            database,
            clock: context.clock,
            force: options.force === true,
            learn: learnInWorker(directory),
          });
          const desk = openWeightDesk({ database, directory, clock: context.clock });
          const ranker = await desk.learn();
          const learned = describeLearning(ranker);
          const { corrections, lessons } = await relearnLessons({
            database,
            directory,
            clock: context.clock,
          });
          const taught = { corrections, adopted: lessons.filter(({ state }) => state === 'adopted').length };
          output.result(
            { ...report, ranker, lessons: taught },
            `${describeTraining(report)}\n${learned}\n${corrections} corrections of agents taught ${taught.adopted} lessons`,
          );
        }
      } finally {
        await database.close();
      }
    });
}

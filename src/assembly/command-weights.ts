import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OWN_WEIGHTS } from '../understanding/statistical/choose-command.ts';

/** Where what is learned from a merchant's examples is kept, in the data directory. */
export const learnedCommands = (directory: string): URL =>
  new URL('command-weights/', pathToFileURL(`${resolve(directory)}/`));

/** What a service reads the weights of commands from: the merchant's own go before ours. */
export const commandWeightFolders = (directory: string): URL[] => [learnedCommands(directory), OWN_WEIGHTS];

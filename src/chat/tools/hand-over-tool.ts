import * as z from 'zod';
import type { CapableTool } from './allow-tools.ts';
import { defineTool } from './define-tool.ts';

/** Asks for a person. The reason is for the model to think by: what a person is told is ours. */
export const handOverTool = (onHandOver: () => void): CapableTool =>
  defineTool({
    name: 'hand_over',
    description: 'Asks a person of the shop to take over, for what these tools cannot do.',
    capabilities: ['acting'],
    parameters: z.object({ reason: z.string().max(300) }),
    answer() {
      onHandOver();
      return { answer: 'a person will take over' };
    },
  });

import * as z from 'zod';
import { CASE_STATES, SCRUBBED_KINDS } from '../../domain/desk/case.ts';
import { writtenConversationSchema } from '../../domain/desk/written-conversation.ts';

const colleague = z.object({ agentId: z.string(), firstName: z.string() });
const state = z
  .enum(CASE_STATES)
  .meta({ description: '`kept` cases are played before something is published' });
const written = writtenConversationSchema.meta({
  id: 'WrittenConversation',
  description: 'As `eval dialogue` plays it; eval/README.md tells how each part is written',
});

const missSchema = z
  .object({ turn: z.int().positive(), expected: z.string(), got: z.string() })
  .meta({ id: 'CaseMiss', description: 'What is not as the case has it' });

export const caseSchema = z
  .object({
    caseId: z.string(),
    version: z.int().meta({ description: 'Also the ETag' }),
    state,
    written,
    by: colleague,
    at: z.string(),
    reviewedBy: colleague.optional(),
    reviewedAt: z.string().optional(),
  })
  .meta({ id: 'FrozenCase' });

export const caseListSchema = z.object({ cases: z.array(caseSchema) }).meta({ id: 'FrozenCases' });

export const caseReviewSchema = z
  .object({
    case: caseSchema,
    marks: z
      .array(
        z.array(
          z.object({
            kind: z.enum(SCRUBBED_KINDS),
            start: z.int().min(0),
            end: z.int().min(0),
            was: z.string().meta({ description: 'As it was said' }),
          }),
        ),
      )
      .optional()
      .meta({
        description:
          'Of a proposed case: what was taken out of each message; offsets in the words as they were frozen',
      }),
    doubts: z
      .array(missSchema)
      .meta({ description: 'What came of the conversation and does not come of its scrubbed words' }),
    misses: z.array(missSchema).meta({ description: 'What is not so in the shop as it is' }),
  })
  .meta({ id: 'CaseReview' });

export const caseChangeSchema = z.strictObject({ state, written }).meta({ id: 'CaseChange' });
export const casePath = z.object({ caseId: z.string().min(1).max(200) });
export const caseQuery = z.object({ state: state.exactOptional() });

export const gateReportSchema = z
  .object({
    played: z.int(),
    unplayed: z.int().meta({ description: 'For which there was no time' }),
    broken: z
      .array(z.object({ caseId: z.string(), id: z.string(), misses: z.array(missSchema) }))
      .meta({ description: 'Cases that hold now and would not any more' }),
    failing: z
      .array(z.object({ caseId: z.string(), id: z.string() }))
      .meta({ description: 'Cases that do not hold as it is' }),
  })
  .meta({ id: 'GateReport' });

export const gateProgressSchema = z
  .object({ done: z.int(), of: z.int() })
  .meta({ id: 'GateProgress', description: 'Of the check under way; 0 of 0 when there is none' });

export const publishQuery = z.object({
  publishAnyway: z.string().trim().min(3).max(300).exactOptional().meta({
    description: 'Why it is published although kept cases break; audited',
  }),
});

import * as z from 'zod';
import {
  SETTING_KINDS,
  SETTING_SCHEMAS,
  type SettingKind,
  type SettingValue,
} from '../../domain/desk/setting-kinds.ts';

const version = z.int().min(0).meta({ description: 'Also the ETag; 0 is what holds until something is set' });

/** What each kind is, for the reader of the document. */
const MEANINGS: Readonly<Record<SettingKind, string>> = {
  review: 'Whether replies wait for approval: the narrowest rule that fits a conversation holds',
  'office-hours': 'When somebody is there, in the time of the shop, Monday first',
  macros: 'Texts that agents use again and again, by language',
  'house-rules':
    'How the assistant speaks: tone, form of address by place, and what a language model keeps to',
  invitations: 'When the widget invites shoppers to talk',
  'consent-texts': 'What the widget says where it asks whether something may be kept, by language',
  satisfaction: 'Whether shoppers are asked, once, how it was',
  assignment: 'Whether conversations that wait are given to who is there',
};

/** Value of a kind, as it is written. */
export const settingBody = <Kind extends SettingKind>(kind: Kind): z.ZodType<SettingValue<Kind>> =>
  (SETTING_SCHEMAS[kind] as unknown as z.ZodType<SettingValue<Kind>>).meta({ description: MEANINGS[kind] });

const meta = {
  kind: z.enum(SETTING_KINDS),
  version,
  by: z
    .object({ agentId: z.string(), firstName: z.string() })
    .optional()
    .meta({ description: 'Who set it; absent of version 0' }),
  at: z.string().optional().meta({ description: 'ISO 8601' }),
};

export const settingSchema = z
  .object({ ...meta, value: z.unknown().meta({ description: 'As `PUT` of its kind takes it' }) })
  .meta({ id: 'DeskSetting' });

export const settingListSchema = z.object({ settings: z.array(settingSchema) }).meta({ id: 'DeskSettings' });

export const settingHistorySchema = z
  .object({ versions: z.array(settingSchema) })
  .meta({ id: 'DeskSettingHistory' });

export const settingPath = z.object({ kind: z.enum(SETTING_KINDS) });

export const settingRollBack = z
  .strictObject({ version: version.meta({ description: 'Whose value is written again; 0: as shipped' }) })
  .meta({ id: 'DeskSettingRollBack' });

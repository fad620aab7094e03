/** What the user can do with one stay, and the questions and refusals that follow from it, as facts of closed sets. */
import * as z from 'zod';
import type { Immutable } from './immutable.ts';
import type { ToldWay } from './told.ts';
import { dayTimeSchema, stayWishSchema } from './wishes.ts';

const MAX_EXTENSION_MINUTES = 2_880;

export const stayActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new-pin') }),
  z.strictObject({ kind: z.literal('block') }),
  z.strictObject({ kind: z.literal('unblock') }),
  z.strictObject({ kind: z.literal('reset-times') }),
  z.strictObject({ kind: z.literal('no-code') }),
  z.strictObject({ kind: z.literal('with-code') }),
  z.strictObject({ kind: z.literal('no-messages') }),
  z.strictObject({ kind: z.literal('with-messages') }),
  z.strictObject({ kind: z.literal('from'), at: dayTimeSchema }),
  z.strictObject({ kind: z.literal('until'), at: dayTimeSchema }),
  z.strictObject({ kind: z.literal('extend'), minutes: z.int().min(1).max(MAX_EXTENSION_MINUTES) }),
  z.strictObject({ kind: z.literal('pin'), digits: z.string().regex(/^\d{1,12}$/) }),
  z.strictObject({ kind: z.literal('note'), text: stayWishSchema.shape.note.unwrap() }),
]);
export type StayAction = Immutable<z.infer<typeof stayActionSchema>>;

export const ACT_KINDS = [
  'new-pin',
  'block',
  'unblock',
  'reset-times',
  'no-code',
  'with-code',
  'no-messages',
  'with-messages',
  'from',
  'until',
  'extend',
  'pin',
  'note',
  'person-added',
  'person-edited',
  'person-linked',
  'person-removed',
  'undo',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** What the user is asked before it happens, with the guest's and others' names for the sentence. */
export type ActQuestion =
  | { readonly kind: 'new-pin'; readonly guest: string; readonly shown: number }
  | { readonly kind: 'told'; readonly guest: string; readonly way: ToldWay; readonly at: string }
  | { readonly kind: 'new-pin-staying' | 'no-code-staying'; readonly guest: string }
  | { readonly kind: 'crosses'; readonly other: string; readonly from: string; readonly until: string };

/** Why it cannot be done. */
export type ActRefusal =
  | 'stay-unknown'
  | 'stay-cancelled'
  | 'stay-over'
  | 'stay-not-over'
  | 'stay-without-doors'
  | 'not-read'
  | 'busy'
  | 'no-pin-key'
  | 'pin-unknown'
  | 'pin-length'
  | 'pin-trivial'
  | 'pin-digits'
  | 'pin-taken'
  | 'pin-near'
  | 'pin-retired'
  | 'window-empty'
  | 'too-far'
  | 'locks-out'
  | 'act-unknown'
  | 'act-is-sync'
  | 'act-not-undone'
  | 'act-new-pin'
  | 'act-changed'
  | 'door-shared'
  | 'act-pin-lost';

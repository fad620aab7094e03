/** The calls about doors and the guest who calls: found doors, what a door has, what to tell the guest. No PIN except in `revealedDoorsSchema`. */
import * as z from 'zod';
import { bookingIdSchema, codeIdSchema, lockIdSchema, personIdSchema, unitIdSchema } from '../domain/id-schemas.ts';
import { MAX_HINT_LENGTH } from '../domain/mapping.ts';
import { countSchema } from '../domain/run.ts';
import { localDateSchema, localDateTimeSchema } from '../domain/time-schemas.ts';
import { dayTimeSchema } from '../domain/wishes.ts';
import { CALL_STATES } from '../doors/call-view.ts';
import { CODE_OWNERS } from '../doors/code-owner.ts';
import { OPENINGS } from '../doors/door-view.ts';
import { MAX_MATCHES } from '../doors/find-door.ts';
import { lockHealthSchema } from '../domain/readiness.ts';
import { BATTERY_LEVELS } from '../readiness/lock-health.ts';
import { keypadIdSchema, nameSchema, placeSchema, questionsSchema, runDetailSchema } from './domain-schemas.ts';

const MAX_DOORS = 50;
/** A list of The Keys with more is refused by its client. */
const MAX_CODES = 20_000;
const instantSchema = z.number().nullable();

/** The likeliest first. `isOne`: the search means this one and no other. */
export const foundDoorsSchema = z.strictObject({
  isOne: z.boolean(),
  more: countSchema,
  matches: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('guest'),
          bookingId: bookingIdSchema,
          name: nameSchema,
          arrival: localDateSchema,
          departure: localDateSchema,
        }),
        z.strictObject({ kind: z.literal('person'), personId: personIdSchema, name: nameSchema }),
        z.strictObject({ kind: z.literal('unit'), unitId: unitIdSchema, name: nameSchema }),
        z.strictObject({ kind: z.literal('lock'), lockId: lockIdSchema, name: nameSchema }),
      ]),
    )
    .max(MAX_MATCHES),
});

/** As the account told last; what it did not say is unknown. */
const { earlier, readAtMs, logSequence: _unshown, ...healthFacts } = lockHealthSchema.shape;
const healthSchema = z.strictObject({
  ...healthFacts,
  readAtMs: readAtMs.nullable(),
  isGatewayAlive: z.boolean().nullable(),
  battery: z.enum(BATTERY_LEVELS),
  monthAgo: earlier.element.nullable(),
});

export const shownDoorSchema = z.strictObject({
  lockId: lockIdSchema,
  name: nameSchema,
  health: healthSchema,
  /** null: the list of this lock has not been read. */
  readAtMs: instantSchema,
  /** Rows of the list that cannot be read, and may open the door. */
  unread: countSchema,
  /** How many codes its keypad holds; null: unknown. */
  limit: countSchema.nullable(),
  /** Whether the user switched on a spare code here; null: no unit's door, so there can be none. */
  spare: z.enum(['on', 'off']).nullable(),
  /** Those who can open it, then those who come next, then the others. null: not read, which is not an empty list. */
  codes: z
    .array(
      z.strictObject({
        ...placeSchema.shape,
        codeId: codeIdSchema,
        owner: z.enum(CODE_OWNERS),
        bookingId: bookingIdSchema.nullable(),
        personId: personIdSchema.nullable(),
        isSpare: z.boolean(),
        name: nameSchema,
        opens: z.enum(OPENINGS),
        isNext: z.boolean(),
        /** null: no limit, or not readable. */
        start: localDateTimeSchema.nullable(),
        end: localDateTimeSchema.nullable(),
        hasSchedule: z.boolean(),
      }),
    )
    .max(MAX_CODES)
    .nullable(),
});

const hintSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('host'), text: z.string().max(MAX_HINT_LENGTH) }),
  z.strictObject({ kind: z.literal('prefix'), prefix: z.string().max(8) }),
  z.strictObject({ kind: z.literal('confirm') }),
  z.strictObject({ kind: z.literal('wake') }),
]);

export const shownCallSchema = z.strictObject({
  doors: z
    .array(
      z.strictObject({
        ...placeSchema.shape,
        name: nameSchema,
        health: healthSchema,
        state: z.enum(CALL_STATES),
        minutes: countSchema.nullable(),
        openEarly: dayTimeSchema.nullable(),
        codeId: codeIdSchema.nullable(),
        readAtMs: instantSchema,
        hints: z.array(hintSchema).max(4),
      }),
    )
    .max(MAX_DOORS),
  /** There may be a message with the digits to copy: `messages.copy`. */
  hasMessage: z.boolean(),
  /** On how many doors there is a spare code that this guest may be told now. */
  spares: countSchema,
  /** Locks that could not be read now: what is shown of them is from before. */
  failed: z.array(lockIdSchema).max(MAX_DOORS),
});

/** The questions that the user has said yes to. Others are asked (again), and nothing is changed. */
const confirmed = { confirmed: questionsSchema };
export const doorRemoveSchema = z.strictObject({ lockId: lockIdSchema, codeId: codeIdSchema, ...confirmed });
/** `keypadId`: needed where the new lock has several. */
export const doorReplaceSchema = z.strictObject({
  lockId: lockIdSchema,
  by: lockIdSchema,
  keypadId: keypadIdSchema.exactOptional(),
  ...confirmed,
});
export const doorSpareSchema = z.strictObject({ lockId: lockIdSchema, isOn: z.boolean(), ...confirmed });
/** What is asked and what would be done: the codes that a sync would move, or null for a removal. Or what was done. */
export const doorAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('asks'), questions: questionsSchema.min(1), run: runDetailSchema.nullable() }),
  z.strictObject({ kind: z.literal('done'), run: runDetailSchema }),
]);

/** What the guest types at each door, with the prefix and in twos; null where the lock does not tell a PIN. */
export const revealedDoorsSchema = z
  .array(
    z.strictObject({
      ...placeSchema.shape,
      pin: z
        .string()
        .max(40)
        .regex(/^\d{1,2}( \d{1,2})*$/)
        .nullable(),
      readAtMs: instantSchema,
    }),
  )
  .max(MAX_DOORS);

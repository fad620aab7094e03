/** What the window asks for and gets when the user acts on a stay or a person. Never a PIN, but the one that the user types. */
import * as z from 'zod';
import { bookingIdSchema, codeIdSchema, lockIdSchema, personIdSchema, unitIdSchema } from '../domain/id-schemas.ts';
import { verdictSchema } from '../domain/readiness.ts';
import { stayActionSchema } from '../domain/stay-action.ts';
import { dayTimeSchema, MAX_PERSON_DOORS, scheduleSchema } from '../domain/wishes.ts';
import { overruledReasonSchema } from '../domain/stay-times.ts';
import { exactTimeSchema, localDateSchema, localDateTimeSchema } from '../domain/time-schemas.ts';
import { TOLD_WAYS } from '../domain/told.ts';
import { messageSchema, nameSchema, placeSchema, problemSchema, questionsSchema, runDetailSchema } from './domain-schemas.ts';

/** `confirmed`: the user has answered the questions. `dryRun`: shows what would be done. */
const mode = { confirmed: z.boolean(), dryRun: z.boolean() };
export const stayActSchema = z.strictObject({ bookingId: bookingIdSchema, action: stayActionSchema, ...mode });
/** A run's id, or that of one of its operations. */
export const undoSchema = z.strictObject({ id: z.string().min(1).max(400), ...mode });

/** Questions first, where there are any; then what was done, or would be. */
export const actAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('asks'), questions: questionsSchema.min(1) }),
  z.strictObject({ kind: z.literal('done'), run: runDetailSchema }),
]);

/** Or that it cannot be taken back, and for whom the user can make a code instead. */
export const undoAnswerSchema = z.discriminatedUnion('kind', [
  ...actAnswerSchema.options,
  z.strictObject({
    kind: z.literal('make-person'),
    detail: z.string().max(60),
    message: messageSchema,
    people: z
      .array(
        z.strictObject({
          name: nameSchema,
          lockIds: z.array(lockIdSchema).min(1).max(MAX_PERSON_DOORS),
          schedule: z.strictObject({ kind: z.literal('once'), from: localDateTimeSchema, until: localDateTimeSchema }).nullable(),
        }),
      )
      .min(1)
      .max(20),
  }),
]);

const actDoorSchema = placeSchema.extend({
  codeId: codeIdSchema.nullable(),
  state: z.enum(['verified', 'unverified', 'missing', 'wrong', 'off', 'outdated']),
});

export const stayViewSchema = z.strictObject({
  bookingId: bookingIdSchema,
  unitId: unitIdSchema.nullable(),
  unitName: nameSchema,
  guest: nameSchema,
  arrival: localDateSchema,
  departure: localDateSchema,
  isBlocked: z.boolean(),
  noCode: z.boolean(),
  noMessages: z.boolean(),
  note: z.string().max(500),
  isTyped: z.boolean(),
  own: z.strictObject({ from: dayTimeSchema.nullable(), until: dayTimeSchema.nullable() }),
  window: z.strictObject({ start: localDateTimeSchema, end: localDateTimeSchema, source: z.enum(['user', 'booking', 'unit', 'default']) }),
  refused: z
    .array(
      z.strictObject({
        end: z.enum(['start', 'end']),
        says: exactTimeSchema,
        because: overruledReasonSchema,
        otherId: bookingIdSchema.nullable(),
        otherGuest: nameSchema.nullable(),
        grant: dayTimeSchema.nullable(),
      }),
    )
    .max(2),
  instants: z.strictObject({ from: z.string().max(40), until: z.string().max(40) }),
  doors: z.array(actDoorSchema.extend({ changedByHand: z.boolean() })).max(200),
  told: z
    .array(
      z.strictObject({
        way: z.enum(TOLD_WAYS),
        state: z.enum(['confirmed', 'sent', 'unclear', 'told-by-user']),
        at: z.string().max(40),
        agrees: z.enum(['yes', 'no', 'cannot-tell']),
      }),
    )
    .max(TOLD_WAYS.length),
  opened: z.array(z.strictObject({ lockId: lockIdSchema, firstAt: z.string().max(40), lastAt: z.string().max(40) })).max(200),
  verdict: verdictSchema.nullable(),
});

const [always, once, betweenStays] = scheduleSchema.options;
const personFields = {
  name: z.string().max(50),
  lockIds: z.array(lockIdSchema).min(1).max(MAX_PERSON_DOORS),
  /** How long it works between stays is a setting. */
  schedule: z.discriminatedUnion('kind', [always, once, betweenStays.omit({ maxHours: true })]),
};
const pin = z
  .string()
  .regex(/^\d{1,12}$/)
  .exactOptional();
const { dryRun } = mode;
/** The questions that the user has said yes to. Others are asked (again), and nothing is changed. */
const answered = { confirmed: questionsSchema, dryRun };

export const personAddSchema = z.strictObject({ ...personFields, pin, dryRun });
export const personEditSchema = z.strictObject({
  personId: personIdSchema,
  edits: z
    .strictObject({
      name: personFields.name.exactOptional(),
      lockIds: personFields.lockIds.exactOptional(),
      schedule: personFields.schedule.exactOptional(),
      pin,
    })
    .refine((given) => Object.keys(given).length > 0, 'must change something'),
  dryRun,
});
export const personRemoveSchema = z.strictObject({ personId: personIdSchema, ...answered });
export const personLinkSchema = z.strictObject({ lockId: lockIdSchema, codeId: codeIdSchema, name: personFields.name, ...answered });

/** `problems`: of people; all of them where the clouds could not be read. */
export const peopleSchema = z.strictObject({
  people: z
    .array(
      z.strictObject({
        personId: personIdSchema,
        name: nameSchema,
        schedule: scheduleSchema,
        isSpare: z.boolean(),
        isBlocked: z.boolean(),
        isLinked: z.boolean(),
        isTyped: z.boolean(),
        doors: z.array(actDoorSchema).max(MAX_PERSON_DOORS),
        opensNow: z.boolean(),
        /** When it works now or next, at the door. null: not known, or never again. */
        window: z.strictObject({ start: localDateTimeSchema, end: localDateTimeSchema }).nullable(),
        zone: z.string().max(100),
      }),
    )
    .max(2_000),
  problems: z.array(problemSchema),
});

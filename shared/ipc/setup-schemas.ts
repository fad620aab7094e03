/** Setup calls between window and main: discovery, mapping drafts, previews, imports, backups. No secret, no PIN. */
import * as z from 'zod';
import { bookingIdSchema, codeIdSchema, lockIdSchema, personIdSchema, unitIdSchema } from '../domain/id-schemas.ts';
import { MAX_HINT_LENGTH, keypadIdSchema as mappedKeypadIdSchema, unitMappingSchema } from '../domain/mapping.ts';
import { CODE_OWNERS } from '../doors/code-owner.ts';
import { lockHealthSchema } from '../domain/readiness.ts';
import { BATTERY_LEVELS } from '../readiness/lock-health.ts';
import { countSchema, runCountsSchema } from '../domain/run.ts';
import { userSettingsSchema } from '../domain/settings.ts';
import { localDateSchema, localDateTimeSchema } from '../domain/time-schemas.ts';
import { CLOUD_NAMES } from '../errors.ts';
import { keypadIdSchema, messageSchema, nameSchema, operationReportSchema, placeSchema, problemSchema } from './domain-schemas.ts';

/** Far above what any user has, and low enough that a faulty page cannot fill the disk. */
const MAX_UNITS = 1_000;
const MAX_DOORS = 50;
const MAX_HOUSE_DOORS = 1_000;

export const draftUnitsSchema = z
  .array(unitMappingSchema.refine(({ doors }) => doors.length <= MAX_DOORS, 'has too many doors'))
  .max(MAX_UNITS);
const digitsSchema = z.string().max(10).exactOptional();
const hintSchema = z.string().max(MAX_HINT_LENGTH).exactOptional();

/** A unit as it is stored in the settings, with its defaults filled in. */
const unitSchema = z.strictObject({
  unitId: unitIdSchema,
  name: nameSchema,
  doors: z.array(
    z.strictObject({
      lockId: lockIdSchema,
      keypadId: mappedKeypadIdSchema,
      prefix: z.string().max(8),
      digits: digitsSchema,
      hint: hintSchema,
    }),
  ),
  checkIn: unitMappingSchema.shape.checkIn,
  checkOut: unitMappingSchema.shape.checkOut,
  bufferBeforeMinutes: countSchema,
  bufferAfterMinutes: countSchema,
  timeZone: z.string().nullable(),
  times: unitMappingSchema.shape.times,
  address: hintSchema,
});
/** `before`: what undoing the last save restores; null: there is nothing to undo. */
export const mappingStateSchema = z.strictObject({ units: z.array(unitSchema), before: z.array(unitSchema).nullable() });

const failureSchema = z.strictObject({ cloud: z.enum(CLOUD_NAMES).nullable(), kind: z.string().max(60), message: messageSchema });

/** `units` or `locks` is null when its account could not be read; `failures` says why. */
export const discoverySchema = z.strictObject({
  units: z.array(z.strictObject({ unitId: unitIdSchema, name: nameSchema })).nullable(),
  locks: z
    .array(
      z.strictObject({
        lockId: lockIdSchema,
        name: nameSchema,
        timeZone: z.string().nullable(),
        batteryMillivolts: z.number().nullable(),
        keypads: z.array(z.strictObject({ keypadId: keypadIdSchema, name: nameSchema })),
      }),
    )
    .nullable(),
  /** For units without doors only. `likeness`: 0 to 1, 1 is the same name. */
  suggestions: z.array(z.strictObject({ unitId: unitIdSchema, doors: z.array(placeSchema), likeness: z.number() })),
  /** Doors that no unit has yet, for all units that most likely use them: a gate, the door of a building. */
  gates: z.array(z.strictObject({ ...placeSchema.shape, units: z.array(unitIdSchema).max(MAX_UNITS) })).max(MAX_HOUSE_DOORS),
  /** Units that Smoobu links with others, and all doors of these: for a whole house. Which of them is the house, the user knows. */
  houses: z.array(
    z.strictObject({
      unitId: unitIdSchema,
      related: z.array(unitIdSchema).max(MAX_UNITS),
      doors: z.array(placeSchema).max(MAX_HOUSE_DOORS),
    }),
  ),
  failures: z.array(failureSchema),
});

/** `candidate`: the file that `import.read` or `backup.read` read last. */
export const previewOfSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('current') }),
  z.strictObject({ of: z.literal('draft'), units: draftUnitsSchema }),
  z.strictObject({ of: z.literal('candidate') }),
  z.strictObject({ of: z.literal('settings'), times: userSettingsSchema.shape.times, codes: userSettingsSchema.shape.codes }),
]);
/** What a run would do now. Nothing is written to the locks or the history. */
export const planPreviewSchema = z.strictObject({
  counts: runCountsSchema,
  operations: z.array(operationReportSchema),
  problems: z.array(problemSchema),
  /** The known bookings of the operations. */
  bookings: z.array(
    z.strictObject({
      bookingId: bookingIdSchema,
      guestName: nameSchema,
      unitName: nameSchema,
      arrival: localDateSchema,
      departure: localDateSchema,
    }),
  ),
  /** When the clouds were read. */
  readAtMs: z.number(),
});

const mistakesSchema = z.array(z.strictObject({ line: z.int().nullable(), message: messageSchema }));

export const importReadingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('read'),
    units: z.array(
      z.strictObject({
        unitId: unitIdSchema,
        /** Empty when neither the file nor the settings have it. */
        name: nameSchema,
        doors: z.array(z.strictObject({ ...placeSchema.shape, prefix: z.string().max(8), digits: digitsSchema, hint: hintSchema })),
        change: z.enum(['new', 'changed', 'same']),
      }),
    ),
    /** Keypads no unit uses any more: still read, so that codes left there can be moved or removed. */
    retired: z.array(placeSchema),
    /** null when the file does not set it. */
    checkIn: z.string().nullable(),
    checkOut: z.string().nullable(),
    pinLength: z.int().nullable(),
    /** `key-only`: the older tool needed no secret, so the user has to enter it. */
    smoobu: z.enum(['complete', 'key-only', 'none']),
    theKeys: z.boolean(),
    /** Of single units and locks, which are left out. */
    leftOut: mistakesSchema,
    notTakenOver: z.array(z.string().max(60)),
  }),
  z.strictObject({
    kind: z.literal('unreadable'),
    mistakes: mistakesSchema.min(1),
  }),
]);

export const backupReadingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('read'),
    createdAtMs: z.number(),
    version: z.string().max(60),
    units: countSchema,
    doors: countSchema,
    /** With decisions of the user. */
    stays: countSchema,
    people: countSchema,
    /** Typed PINs of stays and people that this PIN key does not open. */
    unreadablePins: countSchema,
    /** False: settings and decisions already equal it. */
    differs: z.boolean(),
  }),
  /** `newer`: made by a newer version of Latchkey. */
  z.strictObject({ kind: z.literal('unreadable'), because: z.enum(['no-backup', 'newer', 'damaged']) }),
]);

/** The file's name without its folder; null when the user cancelled. */
export const savedFileSchema = z.strictObject({ savedAs: z.string().max(300).nullable() });

/** Every keypad code on the mapped doors, with and without a booking. No PINs. */
export const doorCodesSchema = z.strictObject({
  codes: z.array(
    z.strictObject({
      ...placeSchema.shape,
      codeId: codeIdSchema,
      name: nameSchema,
      /** null: no limit, or not readable. */
      start: localDateTimeSchema.nullable(),
      end: localDateTimeSchema.nullable(),
      isActive: z.boolean(),
      /** Of a stay or a person, whether known here or not. Both null: made by hand. */
      bookingId: bookingIdSchema.nullable(),
      personId: personIdSchema.nullable(),
      /** A booking that is not known, because it is far off, counts as a guest's. */
      owner: z.enum(CODE_OWNERS),
      /** When a person's code works; null for all others. */
      schedule: z.enum(['always', 'once', 'between-stays']).nullable(),
    }),
  ),
  /** Locks that could not be read. */
  unread: z.array(lockIdSchema),
});

/** The mapped doors with what is known of them without reading anything: a door that one unit uses, or several. */
export const knownDoorsSchema = z.strictObject({
  doors: z.array(
    z.strictObject({
      ...placeSchema.shape,
      /** IANA zone. */
      zone: z.string().max(100),
      unitIds: z.array(unitIdSchema),
      reach: lockHealthSchema.shape.reach,
      isRefused: lockHealthSchema.shape.isRefused,
      battery: z.enum(BATTERY_LEVELS),
      /** null: not known. */
      isGatewayAlive: z.boolean().nullable(),
      /** When its gateway was last seen. */
      seenAtMs: z.number().nullable(),
    }),
  ),
});

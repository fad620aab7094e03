/** How guests learn their code, and what each has been told. PINs are here only as digests that are keyed with the PIN key. */
import * as z from 'zod';
import { bookingIdSchema, placeSchema, unitIdSchema } from './id-schemas.ts';
import type { BookingId } from './ids.ts';
import type { Immutable } from './immutable.ts';
import { localDateTimeSchema, wallTimeSchema } from './time-schemas.ts';

/** What Latchkey does by itself, once it is switched on. */
const SENDING_WAYS = ['placeholder', 'message'] as const;
/** `copy`: the user told the guest. `host`: the user wrote it in the thread of the booking. */
export const TOLD_WAYS = [...SENDING_WAYS, 'copy', 'host'] as const;
export type ToldWay = (typeof TOLD_WAYS)[number];

/** Guests' languages: English, French, German and Polish are complete; the others are drafts until the user has looked at them. */
export const GUEST_LANGUAGES = ['en', 'fr', 'de', 'pl', 'es', 'it', 'nl', 'pt', 'cs', 'uk'] as const;
export const guestLanguageSchema = z.enum(GUEST_LANGUAGES);
export type GuestLanguage = z.infer<typeof guestLanguageSchema>;

export const TEMPLATE_NAMES = ['code', 'correction'] as const;
const templateNameSchema = z.enum(TEMPLATE_NAMES);
export type TemplateName = z.infer<typeof templateNameSchema>;

/** A text of the user instead of the built-in one. Each change counts the version up; a reset starts again. */
export const templateSchema = z.strictObject({
  name: templateNameSchema,
  language: guestLanguageSchema,
  /** null: for every unit without a text of its own. */
  unitId: unitIdSchema.nullable(),
  version: z.int().min(1),
  text: z.string().min(1).max(2_000),
});
export type Template = Immutable<z.infer<typeof templateSchema>>;
export const MAX_TEMPLATES = 500;

/** Whom a way is not for. */
const exceptSchema = z
  .strictObject({
    units: z.array(unitIdSchema).max(2_000).default([]),
    /** Smoobu's channels, by their number there. */
    channels: z.array(z.int().nonnegative()).max(200).default([]),
  })
  .prefault({});

/** What the user sets about telling guests. Which ways are on is not part of it: a backup or a saved form must not start to send. */
export const messageSettingsSchema = z.strictObject({
  placeholder: z
    .strictObject({
      /** Used as [latchkeyPin] in the user's templates at Smoobu. */
      key: placeholderKeySchema().default('latchkeyPin'),
      /** For all doors with their digits; null: only the PIN. */
      doorsKey: placeholderKeySchema().nullable().default(null),
      /** Set from so many days before the arrival, since a guest guide may show a value as soon as it is set. */
      daysBefore: z.int().min(0).max(365).default(7),
      except: exceptSchema,
    })
    .prefault({}),
  message: z
    .strictObject({
      when: z
        .discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('verified') }),
          z.strictObject({ kind: z.literal('days'), days: z.int().min(0).max(60), at: wallTimeSchema }),
          z.strictObject({ kind: z.literal('hours'), hours: z.int().min(1).max(72) }),
        ])
        .prefault({ kind: 'days', days: 2, at: '10:00' }),
      /** A longer window is a correction too. */
      tellsLonger: z.boolean().default(false),
      except: exceptSchema,
    })
    .prefault({}),
  /** Door time. What a guest needs at once is not held back. */
  quietHours: z.strictObject({ from: wallTimeSchema.prefault('22:00'), to: wallTimeSchema.prefault('07:00') }).prefault({}),
  /** Where neither the booking nor the phone number says one. */
  language: guestLanguageSchema.default('en'),
  /** Drafts that the user has looked at. */
  approvedDrafts: z.array(guestLanguageSchema).max(20).default([]),
  /** For {host}. */
  hostName: z.string().max(100).default(''),
});
export type MessageSettings = z.infer<typeof messageSettingsSchema>;

function placeholderKeySchema() {
  return z.string().regex(/^[a-zA-Z][a-zA-Z0-9_-]{1,39}$/, 'must be 2 to 40 letters, digits, - or _, beginning with a letter');
}

/** What is switched on, each after a preview. Never part of a backup. */
export const sendingSchema = z.strictObject({
  placeholder: z.boolean().default(false),
  message: z.boolean().default(false),
  /** Latchkey reads what was written to guests who arrive soon. */
  threads: z.boolean().default(false),
  /** Urgent news goes to the host through Smoobu too. */
  host: z.boolean().default(false),
});
export type Sending = z.infer<typeof sendingSchema>;
export type SendingSwitch = keyof Sending;
export const SENDING_SWITCHES = sendingSchema.keyof().options;

const digestSchema = z.string().min(1).max(100);

/** What a text or placeholder says. Two of them are equal when the guest would see no difference. */
const toldContentSchema = z.strictObject({
  doors: z
    .array(placeSchema.extend({ prefix: z.string().max(8), pin: digestSchema }))
    .min(1)
    .max(50),
  window: z.strictObject({ start: localDateTimeSchema, end: localDateTimeSchema }),
  language: guestLanguageSchema,
  /** 0: the built-in text. */
  version: z.int().min(0),
});
export type ToldContent = Immutable<z.infer<typeof toldContentSchema>>;

const toldKindSchema = z.enum(['code', 'correction']);
export type ToldKind = z.infer<typeof toldKindSchema>;

/** What the guest knows, as far as is known here. */
const knownSchema = z.strictObject({
  content: toldContentSchema,
  kind: toldKindSchema,
  /** `confirmed`: read back. `sent`: accepted. `unclear`: it may not have arrived, and the user is asked. */
  state: z.enum(['confirmed', 'sent', 'unclear', 'told-by-user']),
  atMs: z.int(),
});

/** What is on its way: written before the request, so that whatever happens then it is known to have been tried. */
const attemptSchema = z.strictObject({
  content: toldContentSchema,
  kind: toldKindSchema,
  /** Of the text with white space, HTML and entities folded. */
  text: digestSchema,
  /** `sending`: the request may have been sent; after a crash too. `accepted`: it was answered with a success. `refused`: certainly not sent. */
  state: z.enum(['sending', 'accepted', 'refused']),
  sinceMs: z.int(),
  /** Readings of the thread without the text, or refusals. */
  tries: z.int().nonnegative(),
  /** When the thread is read again, or the next try is due. */
  nextMs: z.int(),
});

/** What the user is asked before it is sent. */
const askedSchema = z.strictObject({
  /** `verified`: only some doors are. `by-hand`: somebody changed the PIN at The Keys. */
  about: z.enum(['verified', 'by-hand']),
  /** What would be sent. */
  content: digestSchema,
  isDeclined: z.boolean(),
});

/** One way of telling one booking's guest. Key: `toldKey`. */
export const toldSchema = z.strictObject({
  bookingId: bookingIdSchema,
  way: z.enum(TOLD_WAYS),
  known: knownSchema.nullable(),
  attempt: attemptSchema.nullable(),
  /** Of PINs that this guest was told before. */
  earlier: z.array(digestSchema).max(20).default([]),
  /** The user agreed to tell what a hand at The Keys changed, or to send for the doors that are verified: of the content that was shown. */
  agreed: digestSchema.nullable().default(null),
  asked: askedSchema.nullable().default(null),
  /** The user wants this content sent now, whatever the time and the pause. Ends with the next try. */
  wanted: digestSchema.nullable().default(null),
  /** The newest message of the thread when something was last sent or found there: what tells this came later. */
  readTo: z.int().nullable().default(null),
});
export type Told = Immutable<z.infer<typeof toldSchema>>;

/** How what the host wrote is wrong. */
const threadFactSchema = z.enum(['earlier-pin', 'other-stay', 'wrong-prefix']);
export type ThreadFact = z.infer<typeof threadFactSchema>;

/** What the thread of a booking said when it was read last, compared with the lock. No text, and no digits. Key: the booking's id. */
export const threadSchema = z.strictObject({
  bookingId: bookingIdSchema,
  /** When it was read; null: its last reading failed, and none was good before. */
  readMs: z.int().nullable(),
  /** Not read again before, unless the booking or its code changes. */
  nextMs: z.int(),
  /** Digests of the booking and of the digits on its doors when it was read: a verdict about others says nothing. */
  booking: digestSchema,
  doors: digestSchema,
  /** Of every PIN that the stay had while its thread was read. */
  pins: z.array(digestSchema).max(20),
  verdict: z.enum(['agrees', 'wrong', 'cannot-tell']),
  fact: threadFactSchema.nullable(),
  /** What the guest was told, where that is wrong. */
  told: toldContentSchema.nullable(),
  /** The user said whether the right digits are sent. */
  answer: z.enum(['send-right-one', 'ignore']).nullable(),
  /** The user does not want this guest to be sent anything. */
  isMuted: z.boolean(),
});
export type ThreadMemory = Immutable<z.infer<typeof threadSchema>>;

export function toldKey(bookingId: BookingId, way: ToldWay): string {
  return `${String(bookingId)} ${way}`;
}

/** What is at Smoobu under one key of one booking, as far as is known. Key: `placeholderKey`. */
export const keptPlaceholderSchema = z.strictObject({
  bookingId: bookingIdSchema,
  key: z.string().min(1).max(40),
  /**
   * `setting`: it was sent, and not read back yet. `clearing`: it is to go, and may still be there. `neutral`: it could not be deleted, and says
   * nothing about a code. `translated`: ours, with values for other languages that are not. `taken`: not ours.
   */
  state: z.enum(['setting', 'set', 'clearing', 'neutral', 'translated', 'taken']),
  /** Of what it says, folded; null where that is unknown. */
  text: digestSchema.nullable(),
  /** When the stay is over. */
  untilMs: z.number(),
  /** How often it could not be set, and when the next try is due. */
  tries: z.int().nonnegative(),
  nextMs: z.number(),
});
export type KeptPlaceholder = Immutable<z.infer<typeof keptPlaceholderSchema>>;

export function placeholderKey({ bookingId, key }: Pick<KeptPlaceholder, 'bookingId' | 'key'>): string {
  return `${String(bookingId)} ${key}`;
}

/** What a correction is about. A code can change in several ways at once. */
export const CHANGES = ['pin', 'doors', 'shorter', 'longer', 'times'] as const;
/** `times`: earlier and later at once. `doors`: others, more or fewer of them. */
export type Change = (typeof CHANGES)[number];

/** One line of what guests are told: `messages list`, and in the report of a run what it told. */
export const TELLING_STATES = ['scheduled', 'due', 'waiting', 'sent', 'confirmed', 'unclear', 'told-by-user', 'off'] as const;
export type TellingState = (typeof TELLING_STATES)[number];
/** Why it waits or is off. */
export const TELLING_REASONS = [
  'not-verified',
  'quiet-hours',
  'no-pin-key',
  'register-lost',
  'paused',
  'blocked',
  'no-code',
  'not-for-unit',
  'not-for-channel',
  'not-for-stay',
  'draft-language',
  'template-broken',
  'different-pins',
  'changed-by-hand',
  'refused',
  'reading-thread',
  'asked',
  'placeholder-taken',
  'not-started',
  'over',
] as const;
export type TellingReason = (typeof TELLING_REASONS)[number];
export const tellingSchema = z.strictObject({
  bookingId: bookingIdSchema,
  way: z.enum(SENDING_WAYS),
  kind: toldKindSchema,
  state: z.enum(TELLING_STATES),
  /** When it was sent, or will be; null where that is not known. */
  atMs: z.number().nullable(),
  reason: z.enum(TELLING_REASONS).nullable(),
  /** Of a message. */
  language: guestLanguageSchema.exactOptional(),
  /** Of a correction: what is other than what the guest was told, and when that was. Not part of the command line's JSON. */
  correction: z.strictObject({ changes: z.array(z.enum(CHANGES)), toldAtMs: z.number() }).exactOptional(),
});
export type Telling = Immutable<z.infer<typeof tellingSchema>>;

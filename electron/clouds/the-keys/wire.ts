/**
 * The JSON of The Keys as far as it is read here. Unknown keys are ignored; a key is required only where a wrong guess would lock a guest out
 * or let somebody else in.
 */
import * as z from 'zod';

/** A whole number above zero, sent as a number or as digits. */
const wireId = z.union([
  z.int().positive(),
  z
    .string()
    .regex(/^[0-9]{1,15}$/)
    .transform(Number)
    .pipe(z.int().positive()),
]);

/** A number that may be sent as text, such as `status`, `type` and `expires_in`. */
export const wireNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^[0-9]{1,15}$/)
    .transform(Number),
]);

/** A text that may be sent as a number if it has digits only; null and missing are "". */
const wireText = z.union([z.string(), z.number().transform(String), z.null().transform(() => '')]).default('');

/** `id_accessoire`: a text, which may be sent as a number if it has digits only. */
const wireKeypadId = z.union([z.string().min(1), z.int().nonnegative().transform(String)]).brand<'KeypadId'>();

/** Read later, and leniently. Explicitly optional, since zod requires the key of a plain `unknown`. */
const anything = z.unknown().optional();

/** `accessoire.type` of a keypad ("digicode", cloud-facts K10). */
export const KEYPAD_TYPE = 2;

/** `accessoire.type` of a gateway (cloud-facts K10). */
export const GATEWAY_TYPE = 1;

/** The part of `accessoire` that decides whether a share is a keypad code. */
export const wireAccessoryKind = z.looseObject({ type: wireNumber });

export const wireKeypad = z.looseObject({ id_accessoire: wireKeypadId, nom: wireText });

/** More than fit into an answer as real rows: a list of a million empty ones would stop everything for a minute. */
const MAX_ROWS = 20_000;
/** `partages_accessoire` with unread items. */
export const wireShareList = z.looseObject({ partages_accessoire: z.array(z.unknown()).max(MAX_ROWS) });

/** A share of any accessory, of which only the type is read. */
export const wireAnyShare = z.looseObject({ accessoire: wireAccessoryKind });

/**
 * A share of a keypad. Dates, times and switches are `unknown` here: `map.ts` keeps what it cannot read as unknown. The description must be
 * readable, since it says whose code this is.
 */
export const wireKeypadShare = z.looseObject({
  id: wireId.brand<'CodeId'>(),
  nom: wireText,
  description: wireText,
  accessoire: wireKeypad,
  code: anything,
  actif: anything,
  date_debut: anything,
  date_fin: anything,
  heure_debut: anything,
  heure_fin: anything,
  horaires: anything,
  notification_enabled: anything,
});
/** Any item of the list, and whatever can be read of it. A missing description is an empty one. */
export const wireUnreadShare = z
  .looseObject({
    id: wireId.brand<'CodeId'>().optional().catch(undefined),
    description: wireText.optional().catch(undefined),
    accessoire: z.looseObject({ id_accessoire: wireKeypadId }).optional().catch(undefined),
  })
  .catch({});
export type WireKeypadShare = z.infer<typeof wireKeypadShare>;

/** `utilisateur/get`, of which only the account's own id is read (cloud-facts K9). */
export const wireUser = z.looseObject({ id: wireId });

/** `utilisateur/get` with unread locks. */
export const wireAccount = z.looseObject({ serrures: z.array(z.unknown()) });

export const wireLock = z.looseObject({
  id: wireId.brand<'LockId'>(),
  nom: wireText,
  timezone: anything,
  battery: anything,
  battery_date: anything,
  logSequence: anything,
  accessoires: anything,
});

/** One item of a lock's `accessoires`. */
export const wireAccessoryLink = z.looseObject({
  accessoire: z.looseObject({ id: wireId.optional().catch(undefined), type: wireNumber }),
  info: anything,
});
/** `accessoire/get/{id}`, of which only what a gateway reports is read. */
export const wireAccessory = z.looseObject({ info: anything });
export const wireGatewayInfo = z.looseObject({ last_seen: anything });

/** `serrure/get/{id}`, of which only the log is read: the rest has secrets of the lock. */
export const wireLockLog = z.looseObject({ logs: z.array(z.unknown()).max(MAX_ROWS).optional() });
export const wireLogLine = z.looseObject({ accessory_share_id: wireId.brand<'CodeId'>(), action_at: anything });

/** The answer to signing in, which has no envelope. Both token names work (cloud-facts K4). */
export const wireLogin = z.looseObject({
  access_token: z.string().min(1).optional().catch(undefined),
  token: z.string().min(1).optional().catch(undefined),
  expires_in: wireNumber.optional().catch(undefined),
});

/** `{hour, minute}`, as the server's own forms name them. */
export const wireTimeParts = z.looseObject({ hour: wireNumber, minute: wireNumber });

/** A PHP date object (cloud-facts K30). */
export const wirePhpDate = z.looseObject({ date: z.string(), timezone: z.string().optional().catch(undefined) });

/** The answer to a create. */
export const wireCreated = z.looseObject({ id: wireId.brand<'CodeId'>() });

/** Every answer under /fr/api/v2/ (cloud-facts K7). */
export const wireEnvelope = z.looseObject({ status: wireNumber, data: anything });

/** The places where an error may be: {status}, {code, message}, {error, error_description}, {message: {form}} (cloud-facts K8). */
export const wireError = z.looseObject({
  status: wireNumber.optional().catch(undefined),
  code: wireNumber.optional().catch(undefined),
  error: z.string().min(1).optional().catch(undefined),
  message: anything,
});
export type WireError = z.infer<typeof wireError>;

/** Messages of a rejected form, as a list or by field; empty on success. Their elements are not known (cloud-facts K7). */
export const wireFormMessages = z.looseObject({
  form: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).refine((messages) => Object.keys(messages).length > 0),
});

/** Where an error's messages may be (cloud-facts K8). */
export const wireReasons = z.looseObject({ message: anything, error_description: anything, detail: anything });

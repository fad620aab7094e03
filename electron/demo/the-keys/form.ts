/** Reads the `partage_accessoire[...]` form as the server's form framework presumably does (cloud-facts K14 to K16). */
import { parseLocalDate, wallTime } from '../../../shared/time.ts';
import { decodeText } from '../http/answer.ts';
import type { TheKeysSwitches } from './switches.ts';

/** The fields that were sent. A key that is absent here was absent from the body; null is a field sent empty. */
export interface ShareForm {
  readonly name?: string | null;
  readonly code?: string | null;
  readonly startDate?: string | null;
  readonly endDate?: string | null;
  readonly startTime?: string | null;
  readonly endTime?: string | null;
  readonly active?: boolean;
  readonly notificationEnabled?: boolean;
  readonly description?: string | null;
  readonly iddesc?: string | null;
}
export type FormOutcome = { readonly ok: true; readonly form: ShareForm } | { readonly ok: false; readonly errors: readonly string[] };
export type FormRules = Pick<TheKeysSwitches, 'activeZero' | 'paddedTimes' | 'textLimit'>;

const PREFIX = 'partage_accessoire';
const FIELDS = [
  'nom',
  'code',
  'date_debut',
  'date_fin',
  'heure_debut[hour]',
  'heure_debut[minute]',
  'heure_fin[hour]',
  'heure_fin[minute]',
  'actif',
  'notification_enabled',
  'description',
  'iddesc',
] as const;
type Field = (typeof FIELDS)[number];

/** Errors name fields, never values: a PIN must not come back in a message. */
export function parseShareForm(body: string, contentType: string, rules: FormRules): FormOutcome {
  const fields = contentType.startsWith('application/x-www-form-urlencoded')
    ? readFields(body)
    : { values: new Map<Field, string>(), unknown: [] };
  const errors = fields.unknown.map(() => 'This form should not contain extra fields.');
  // A form of which nothing was sent counts as not submitted.
  if (fields.values.size === 0) return { ok: false, errors: [...errors, `${PREFIX}: nothing was submitted`] };

  const text = (field: 'nom' | 'code' | 'description' | 'iddesc'): string | null | undefined => {
    const value = fields.values.get(field);
    if (value === undefined) return undefined;
    if (rules.textLimit !== null && Array.from(value).length > rules.textLimit) errors.push(`${field}: too long`);
    return value === '' ? null : value;
  };
  const date = (field: 'date_debut' | 'date_fin'): string | null | undefined => {
    const value = fields.values.get(field);
    if (value === undefined || value === '') return value === undefined ? undefined : null;
    if (parseLocalDate(value) === null) errors.push(`${field}: not a date`);
    return value;
  };
  const time = (field: 'heure_debut' | 'heure_fin'): string | null | undefined => {
    const hour = fields.values.get(`${field}[hour]`);
    const minute = fields.values.get(`${field}[minute]`);
    if (hour === undefined && minute === undefined) return undefined;
    if (!hour && !minute) return null;
    const value = wallTime(readChoice(hour ?? '', rules), readChoice(minute ?? '', rules));
    if (value === null) errors.push(`${field}: not a valid choice`);
    return value;
  };
  const flag = (field: 'actif' | 'notification_enabled'): boolean | undefined => {
    const value = fields.values.get(field);
    if (value === undefined) return undefined;
    return !(field === 'actif' && value === '0' && rules.activeZero === 'off');
  };

  const form = withoutUndefined({
    name: text('nom'),
    code: text('code'),
    startDate: date('date_debut'),
    endDate: date('date_fin'),
    startTime: time('heure_debut'),
    endTime: time('heure_fin'),
    active: flag('actif'),
    notificationEnabled: flag('notification_enabled'),
    description: text('description'),
    iddesc: text('iddesc'),
  });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, form };
}

/** The login form: plain names. */
export function readPlainForm(body: string): ReadonlyMap<string, string> {
  return new Map(new URLSearchParams(body));
}

/** Names outside the form's brackets are none of its business; unknown ones inside are an error. */
function readFields(body: string): { readonly values: ReadonlyMap<Field, string>; readonly unknown: readonly string[] } {
  const values = new Map<Field, string>();
  const unknown: string[] = [];
  for (const pair of body.split('&')) {
    const equals = pair.indexOf('=');
    const name = decodeText(equals < 0 ? pair : pair.slice(0, equals), true) ?? '';
    const value = equals < 0 ? '' : (decodeText(pair.slice(equals + 1), true) ?? '');
    if (!name.startsWith(PREFIX)) continue;
    const field = FIELDS.find((known) => name === bracketed(known));
    if (field === undefined) unknown.push(name);
    // The framework trims texts.
    else values.set(field, value.trim());
  }
  return { values, unknown };
}

function bracketed(field: Field): string {
  const bracket = field.indexOf('[');
  return bracket < 0 ? `${PREFIX}[${field}]` : `${PREFIX}[${field.slice(0, bracket)}]${field.slice(bracket)}`;
}

/** Choices are 0..23 and 0..59 as plain numbers. NaN is not a choice. */
function readChoice(text: string, { paddedTimes }: FormRules): number {
  if (!/^\d{1,2}$/.test(text)) return Number.NaN;
  const padded = text.length > 1 && text.startsWith('0');
  return padded && paddedTimes === 'refuse' ? Number.NaN : Number(text);
}

function withoutUndefined(form: { readonly [Key in keyof ShareForm]: ShareForm[Key] | undefined }): ShareForm {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));
}

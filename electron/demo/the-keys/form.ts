/** Reads the `partage_accessoire[...]` form as the server's form framework presumably does (cloud-facts K14 to K16). */
import { err, ok, type Result } from '../../../shared/result.ts';
import { parseLocalDate, wallTime } from '../../../shared/time.ts';
import type { DemoShare } from '../seed.ts';
import type { TheKeysSwitches } from './switches.ts';

/** The fields that were sent. What is missing here was missing from the body. */
export type ShareForm = Partial<Omit<DemoShare, 'id' | 'lockId' | 'accessory' | 'schedule'>>;
export type FormRules = Pick<TheKeysSwitches, 'activeZero' | 'paddedTimes' | 'textLimit'>;

const PREFIX = 'partage_accessoire';
const FIELDS: ReadonlySet<string> = new Set([
  '[nom]',
  '[code]',
  '[date_debut]',
  '[date_fin]',
  '[heure_debut][hour]',
  '[heure_debut][minute]',
  '[heure_fin][hour]',
  '[heure_fin][minute]',
  '[actif]',
  '[notification_enabled]',
  '[description]',
  '[iddesc]',
]);

/** Errors name fields, never values: a PIN must not appear in a message. */
export function parseShareForm(body: string, contentType: string, rules: FormRules): Result<ShareForm, readonly string[]> {
  const isForm = contentType.startsWith('application/x-www-form-urlencoded');
  // Names outside of the form's brackets are ignored; unknown ones inside are an error.
  const sent = [...new URLSearchParams(isForm ? body : '')].filter(([name]) => name.startsWith(PREFIX));
  const fields = sent.map(([name, value]) => [name.slice(PREFIX.length), value.trim()] as const);
  const values = new Map(fields.filter(([field]) => FIELDS.has(field)));
  const errors = fields.filter(([field]) => !FIELDS.has(field)).map(() => 'This form should not contain extra fields.');
  if (values.size === 0) return err([...errors, `${PREFIX}: nothing was submitted`]);

  const text = (field: string): string | undefined => {
    const value = values.get(`[${field}]`);
    if (value !== undefined && rules.textLimit !== null && Array.from(value).length > rules.textLimit) errors.push(`${field}: too long`);
    return value;
  };
  const textOrNull = (field: string): string | null | undefined => {
    const value = text(field);
    return value === '' ? null : value;
  };
  const date = (field: string): string | null | undefined => {
    const value = values.get(`[${field}]`);
    if (value === '') return null;
    if (value !== undefined && parseLocalDate(value) === null) errors.push(`${field}: not a date`);
    return value;
  };
  const time = (field: string): string | null | undefined => {
    const hour = values.get(`[${field}][hour]`);
    const minute = values.get(`[${field}][minute]`);
    if (hour === undefined && minute === undefined) return undefined;
    if (!hour && !minute) return null;
    const value = wallTime(readChoice(hour, rules), readChoice(minute, rules));
    if (value === null) errors.push(`${field}: not a valid choice`);
    return value;
  };
  const flag = (field: string, zeroIsOff: boolean): boolean | undefined => {
    const value = values.get(`[${field}]`);
    return value === undefined ? undefined : !(value === '0' && zeroIsOff);
  };

  const form = {
    name: text('nom'),
    code: text('code'),
    startDate: date('date_debut'),
    endDate: date('date_fin'),
    startTime: time('heure_debut'),
    endTime: time('heure_fin'),
    active: flag('actif', rules.activeZero === 'off'),
    notificationEnabled: flag('notification_enabled', false),
    description: textOrNull('description'),
    iddesc: textOrNull('iddesc'),
  };
  return errors.length > 0 ? err(errors) : ok(Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined)));
}

/** Choices are 0..23 and 0..59 as plain numbers. NaN is not a choice. */
function readChoice(text: string | undefined, { paddedTimes }: FormRules): number {
  if (text === undefined || !/^\d{1,2}$/.test(text)) return Number.NaN;
  const isPadded = text.length > 1 && text.startsWith('0');
  return isPadded && paddedTimes === 'refuse' ? Number.NaN : Number(text);
}

/** Bodies of The Keys' writes: form-encoded with PHP bracket names. Pure. */
import type { CodeRecord } from '../../../shared/domain/code.ts';

export const FORM_CONTENT_TYPE = 'application/x-www-form-urlencoded';

/**
 * The body of a create or update: always the whole record, because the server clears what is not sent and a code without dates works for ever
 * (cloud-facts K14). Hours and minutes have no leading zeros, and a checkbox is switched off by leaving it out (cloud-facts K15, K16).
 */
export function encodeCodeForm(record: CodeRecord): string {
  const form = new URLSearchParams();
  form.append(fieldName('nom'), record.name);
  form.append(fieldName('code'), record.pin);
  form.append(fieldName('date_debut'), record.startDate);
  form.append(fieldName('date_fin'), record.endDate);
  appendTime(form, 'heure_debut', record.startTime);
  appendTime(form, 'heure_fin', record.endTime);
  form.append(fieldName('description'), record.description);
  if (record.active) form.append(fieldName('actif'), '1');
  if (record.notificationEnabled) form.append(fieldName('notification_enabled'), '1');
  return form.toString();
}

/** The body for signing in (cloud-facts K2). */
export function encodeLoginForm(username: string, password: string): string {
  return new URLSearchParams({ _username: username, _password: password }).toString();
}

function appendTime(form: URLSearchParams, name: string, time: CodeRecord['startTime']): void {
  form.append(`${fieldName(name)}[hour]`, String(Number(time.slice(0, 2))));
  form.append(`${fieldName(name)}[minute]`, String(Number(time.slice(3, 5))));
}

function fieldName(name: string): string {
  return `partage_accessoire[${name}]`;
}

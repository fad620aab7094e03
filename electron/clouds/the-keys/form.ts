/** Bodies of The Keys' writes: form-encoded with PHP bracket names. Pure. */
import type { CodeRecord } from '../../../shared/domain/code.ts';

export const FORM_CONTENT_TYPE = 'application/x-www-form-urlencoded';

/**
 * The body of a create or update: always the whole record, because the server clears what is not sent and a code without dates works for ever
 * (cloud-facts K14). Hours and minutes have no leading zeros, and a checkbox is switched off by leaving it out (cloud-facts K15, K16).
 */
export function encodeCodeForm(record: CodeRecord): string {
  const fields = {
    'partage_accessoire[nom]': record.name,
    'partage_accessoire[code]': record.pin,
    'partage_accessoire[date_debut]': record.startDate,
    'partage_accessoire[date_fin]': record.endDate,
    ...timeFields('partage_accessoire[heure_debut]', record.startTime),
    ...timeFields('partage_accessoire[heure_fin]', record.endTime),
    'partage_accessoire[description]': record.description,
    ...(record.active ? { 'partage_accessoire[actif]': '1' } : {}),
    ...(record.notificationEnabled ? { 'partage_accessoire[notification_enabled]': '1' } : {}),
  };
  return new URLSearchParams(fields).toString();
}

/** The body for signing in (cloud-facts K2). */
export function encodeLoginForm(username: string, password: string): string {
  return new URLSearchParams({ _username: username, _password: password }).toString();
}

function timeFields(name: string, time: CodeRecord['startTime']): Record<string, string> {
  return { [`${name}[hour]`]: String(Number(time.slice(0, 2))), [`${name}[minute]`]: String(Number(time.slice(3, 5))) };
}

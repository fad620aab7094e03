/** The older Python tool's configuration file for the demo portfolio's doors. */
import { lockPlan, UNITS } from '../../electron/demo/portfolio/places.ts';

export interface OldCredentials {
  readonly phone: string;
  readonly password: string;
  readonly apiKey: string;
  /** Left out: the older tool needed none. */
  readonly apiSecret?: string;
}

export function oldConfigFile({ phone, password, apiKey, apiSecret }: OldCredentials): string {
  const lockIds = [...new Set(UNITS.flatMap((unit) => unit.lockIds))];
  const locks = lockIds.map(lockPlan);
  return [
    'thekeys:',
    `  username: "${phone}"`,
    `  password: ${JSON.stringify(password)}`,
    'smoobu:',
    `  api_key: "${apiKey}"`,
    ...(apiSecret === undefined ? [] : [`  api_secret: "${apiSecret}"`]),
    'apartment_locks:',
    ...UNITS.map(({ id, lockIds: doors }) => `  "${String(id)}": [${doors.join(', ')}]`),
    'lock_accessoires:',
    ...locks.map(({ id, keypadId }) => `  ${String(id)}: "${keypadId}"`),
    'digicode_prefixes:',
    ...locks.filter(({ prefix }) => prefix !== '').map(({ id, prefix }) => `  ${String(id)}: "${prefix}"`),
    'default_times:',
    '  check_in_hour: 15',
    '  check_out_hour: 12',
    '',
  ].join('\n');
}

/** Counted as an editor does. */
export function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

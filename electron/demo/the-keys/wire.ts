/** Users, locks and shares as The Keys' JSON, in every variant that the switches select. */
import { localNow } from '../../../shared/time.ts';
import { GATEWAY, KEYPAD } from '../seed.ts';
import type { DemoAccessory, DemoLock, DemoShare, TheKeysSeed } from '../seed.ts';
import { batteryOf } from './doors.ts';
import type { DemoDoors } from './doors.ts';
import type { TheKeysSwitches } from './switches.ts';

type Json = Record<string, unknown>;

export function idJson(id: number, { ids }: TheKeysSwitches): number | string {
  return ids === 'text' ? String(id) : id;
}

/** PHP's date object (cloud-facts K30). */
function phpDate(local: string): Json {
  return { date: `${local}.000000`, timezone_type: 3, timezone: 'Europe/Berlin' };
}
function serverTime(nowMs: number): string {
  return `${localNow('Europe/Berlin', nowMs).replace('T', ' ')}:00`;
}

function timeJson(time: string | null, { timeFormat }: TheKeysSwitches): unknown {
  if (time === null) return null;
  const hour = Number(time.slice(0, 2));
  const minute = Number(time.slice(3, 5));
  switch (timeFormat) {
    case 'HH:MM':
      return time;
    case 'HH:MM:SS':
      return `${time}:00`;
    case 'object':
      return { hour, minute };
    case 'object-texts':
      return { hour: String(hour), minute: String(minute) };
    case 'php-date':
      return phpDate(`1970-01-01 ${time}:00`);
    case 'iso':
      return `1970-01-01T${time}:00+0100`;
    case 'null':
      return null;
    case 'odd':
      return `${String(hour)} heures ${String(minute)}`;
  }
}

function dateJson(date: string | null, { dateFormat }: TheKeysSwitches): unknown {
  if (date === null) return null;
  switch (dateFormat) {
    case 'date':
      return date;
    case 'php-date':
      return phpDate(`${date} 00:00:00`);
    case 'iso':
      return `${date}T00:00:00+01:00`;
    case 'odd':
      return `le ${date.slice(8)}/${date.slice(5, 7)}`;
  }
}

/** Only PINs can become numbers: the secrets of gateways and remotes contain letters. */
export function codeJson(share: DemoShare, { pinForm }: TheKeysSwitches): string | number {
  return pinForm === 'number' && share.accessory.type === KEYPAD && /^\d+$/.test(share.code) ? Number(share.code) : share.code;
}

function shareJson(share: DemoShare, switches: TheKeysSwitches): Json {
  const flag = (value: boolean): boolean | number => (switches.flags === 'number' ? Number(value) : value);
  const description = share.description ?? '';
  return {
    id: idJson(share.id, switches),
    iddesc: share.iddesc,
    nom: share.name,
    actif: flag(share.active),
    date_debut: dateJson(share.startDate, switches),
    date_fin: dateJson(share.endDate, switches),
    heure_debut: timeJson(share.startTime, switches),
    heure_fin: timeJson(share.endTime, switches),
    description: description === '' && switches.emptyDescription === 'null' ? null : description,
    notification_enabled: flag(share.notificationEnabled),
    accessoire: { ...accessoryJson(share.accessory, switches), version: 65, type_version: 1, configuration: [] },
    horaires: share.schedule,
    code: codeJson(share, switches),
  };
}

function accessoryJson(accessory: DemoAccessory, switches: TheKeysSwitches): Json {
  return { id: idJson(accessory.id, switches), id_accessoire: accessory.stringId, nom: accessory.name, type: accessory.type };
}

function sharesWithBroken(shares: readonly DemoShare[], switches: TheKeysSwitches): readonly Json[] {
  const rows = shares.map((share) => shareJson(share, switches));
  if (switches.brokenRows === 'foreign') return [...rows, { ...rows[0], id: 999_999, description: 'cleaner', accessoire: null }];
  const ours = shares.findIndex(({ description }) => description?.includes('Smoobu#') === true);
  if (switches.brokenRows === 'none' || ours === -1) return rows;
  const keypad = { id_accessoire: shares[ours]?.accessory.stringId };
  return rows.map((row, index) => (index === ours ? { ...row, accessoire: keypad } : row));
}

/** The list of one lock: people, accessories of all types, and invitations (cloud-facts K11). */
export function sharesJson(shares: readonly DemoShare[], seed: TheKeysSeed, switches: TheKeysSwitches): Json {
  const { firstName, lastName, email } = seed.user;
  return {
    partages_utilisateur: [
      {
        id: idJson(410_001, switches),
        nom: `${firstName} ${lastName}`,
        actif: true,
        role: { id: 1, description: 'owner' },
        date_debut: null,
        date_fin: null,
        heure_debut: null,
        heure_fin: null,
        horaires: [],
        description: null,
        notification_enabled: false,
        utilisateur: { username: seed.credentials.username, prenom: firstName, nom: lastName, email },
      },
    ],
    partages_accessoire: sharesWithBroken(shares, switches),
    partages_demande: [],
  };
}

/** What is behind the cloud. */
export interface Behind {
  readonly doors: DemoDoors;
  readonly switches: TheKeysSwitches;
  readonly nowMs: number;
  /** How many changes a lock has learned of. */
  readonly learned: (lock: DemoLock) => number;
}

/** When a gateway was last seen (cloud-facts K29). */
function gatewayInfo(gatewayId: number, { doors, switches }: Behind): Json | null {
  const seenAtMs = doors.seenAtMs(gatewayId, switches);
  const written = (zone: string): string => `${localNow(zone, seenAtMs).replace('T', ' ')}:00`;
  switch (switches.lastSeenForm) {
    case 'paris':
      return { last_seen: written('Europe/Paris') };
    case 'utc':
      return { last_seen: written('UTC') };
    case 'offset':
      return { last_seen: `${written('UTC').replace(' ', 'T')}+00:00` };
    case 'odd':
      return { last_seen: 'il y a une minute' };
    case 'null':
      return null;
  }
}

function lockJson(lock: DemoLock, behind: Behind): Json {
  const { doors, switches, learned } = behind;
  const gateways = doors.gatewaysOf(lock, switches);
  const accessories = lock.accessories.filter(({ id, type }) =>
    type === GATEWAY ? gateways.includes(id) : type !== KEYPAD || switches.keypadsInDiscovery,
  );
  const { syncHints } = switches;
  const hasDate = syncHints === 'both' || syncHints === 'battery-date';
  const hasSequence = syncHints === 'both' || syncHints === 'log-sequence';
  return {
    id: idJson(lock.id, switches),
    id_serrure: lock.localId,
    code: `DemoLockSecret${String(lock.id)}`.slice(0, 16),
    code_serrure: `DemoKey${String(lock.id)}`,
    etat: 'closed',
    nom: lock.name,
    couleur: null,
    qrcode: `QR${String(lock.id)}XX`,
    serrure_droite: true,
    main_libre: false,
    longitude: 0,
    latitude: 0,
    radius: 50,
    timezone: lock.timeZone,
    maxSpeed: 100,
    latchDelay: 1000,
    assistedActions: false,
    unlockOnly: false,
    description: null,
    logSequence: hasSequence ? doors.logSequence(lock.id, learned(lock)) : null,
    public_key: 'DemoPublicKey',
    message: '',
    version: 81,
    version_cible: 81,
    beta: 0,
    battery: batteryOf(lock, switches),
    battery_date: hasDate ? phpDate(serverTime(doors.measuredAtMs(lock, switches))) : null,
    accessoires: accessories.map((accessory) => ({
      id: idJson(900_000 + accessory.id, switches),
      accessoire: { ...accessoryJson(accessory, switches), configuration: [] },
      info: accessory.type === GATEWAY && switches.gatewayInfo === 'with-locks' ? gatewayInfo(accessory.id, behind) : null,
    })),
    produit: { id: 1, nom: 'TK 1.5.1', version: 81, versionBeta: 0 },
  };
}

export function userJson(seed: TheKeysSeed, locks: readonly DemoLock[], behind: Behind): Json {
  const { switches, nowMs } = behind;
  const { id, firstName: firstname, lastName: lastname, email } = seed.user;
  const username = seed.credentials.username;
  return {
    id: switches.account === 'unreadable' ? null : idJson(switches.account === 'other' ? id + 1 : id, switches),
    type: 'user_utilisateur',
    roles: ['ROLE_UTILISATEUR'],
    firstname,
    lastname,
    locale: 'fr',
    username,
    email,
    tel: username,
    created_at: phpDate('2024-01-01 00:00:00'),
    updated_at: phpDate(serverTime(nowMs)),
    notification_token: null,
    notification_enabled: false,
    serrures: locks.map((lock) => ({ ...lockJson(lock, behind), utilisateur: { username, firstname, lastname } })),
  };
}

export function lockDetailJson(lock: DemoLock, behind: Behind): Json {
  const { logs: shape } = behind.switches;
  const logs = behind.doors.usesOf(lock.id).map(({ id, shareId, atMs }) => ({
    id,
    action_at: phpDate(serverTime(atMs)),
    created_at: phpDate(serverTime(atMs)),
    action: 'ouverture',
    data: { ts: Math.floor(atMs / 1_000) },
    status: 50,
    share_id: null,
    accessory_share_id: shape === 'without-shares' ? null : idJson(shareId, behind.switches),
    utilisateur: '',
    utilisateur_id: null,
    accessoire_id: null,
  }));
  const detail = { ...lockJson(lock, behind), compte: { id: 1, nom: 'Demo' }, door: 0 };
  if (shape === 'absent') return detail;
  return { ...detail, logs: shape === 'odd' ? [...logs, null, 'ouverture', { id: 'x', action_at: 12, accessory_share_id: {} }] : logs };
}

export function accessoryDetailJson(accessory: DemoAccessory, behind: Behind): Json {
  return {
    ...accessoryJson(accessory, behind.switches),
    description: null,
    version: 65,
    type_version: 1,
    public_key: 'DemoPublicKey',
    info: accessory.type === GATEWAY ? gatewayInfo(accessory.id, behind) : null,
    configuration: [],
    cfg: null,
  };
}

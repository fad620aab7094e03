/** Checks the doors: whether changes reach them, and whether their batteries last. Pure. */
import type { LockHealth } from '../../../shared/readiness/lock-health.ts';
import { batteryText, gatewayText, isBatteryLow } from '../doors/health-text.ts';
import { check } from './doctor.ts';
import type { Check, CheckState, DoctorFacts, DoorHealth } from './doctor.ts';

interface DoorRule {
  readonly state: CheckState;
  readonly isAbout: (health: LockHealth) => boolean;
  /** With what is said of each door. */
  readonly finding: (doors: string) => string;
  readonly said: (health: LockHealth, nowMs: number) => string;
  readonly meaning: string | null;
  readonly action: string | null;
}

const RULES: readonly DoorRule[] = [
  {
    state: 'warn',
    isAbout: ({ isGatewayAlive }) => isGatewayAlive === false,
    finding: (doors) => `The gateway is silent: ${doors}.`,
    said: (health, nowMs) => gatewayText(health, nowMs).replace('silent ', ''),
    meaning: 'Codes that changed since then may not work at these doors yet. Those that reached them before still do.',
    action: 'Check its power and its network, or let a phone with the app of The Keys open and close each door.',
  },
  {
    state: 'warn',
    isAbout: ({ reach }) => reach === 'phone',
    finding: (doors) => `Without a gateway: ${doors}.`,
    said: () => '',
    meaning: 'A change reaches these doors only when a phone opens or closes them with the app of The Keys.',
    action: 'After a change, open or close them with a phone before the guest arrives.',
  },
  {
    state: 'skipped',
    isAbout: ({ reach, seenAtMs }) => reach === 'unknown' || (reach === 'gateway' && seenAtMs === null),
    finding: (doors) => `Whether changes reach these doors is not known: ${doors}.`,
    said: () => '',
    meaning: null,
    action: null,
  },
  {
    state: 'warn',
    isAbout: isBatteryLow,
    finding: (doors) => `The battery is low: ${doors}.`,
    said: batteryText,
    meaning: 'A lock with an empty battery opens for no code.',
    action: 'Replace the batteries before the next arrival.',
  },
  {
    state: 'ok',
    isAbout: ({ battery, batteryMillivolts }) => battery === 'unknown' && batteryMillivolts !== null,
    finding: (doors) => `Batteries that cannot be judged: ${doors}.`,
    said: batteryText,
    meaning: null,
    action: null,
  },
  {
    state: 'skipped',
    isAbout: ({ batteryMillivolts }) => batteryMillivolts === null,
    finding: (doors) => `The battery is not known: ${doors}.`,
    said: () => '',
    meaning: null,
    action: null,
  },
];

export function checkDoorHealth({ doors, nowMs }: DoctorFacts): readonly Check[] {
  const findings = RULES.flatMap(({ state, isAbout, finding, said, meaning, action }) => {
    const about = doors.filter(({ health }) => isAbout(health));
    return about.length === 0 ? [] : [check('doors', state, finding(named(about, said, nowMs)), { meaning, action })];
  });
  if (findings.length > 0 || doors.length === 0) return findings;
  return [check('doors', 'ok', 'All gateways were seen in the last ten minutes, and all batteries are good.')];
}

function named(doors: readonly DoorHealth[], said: DoorRule['said'], nowMs: number): string {
  return doors
    .map(({ name, health }) => {
      const more = said(health, nowMs);
      return more === '' ? name : `${name} (${more})`;
    })
    .join(' · ');
}

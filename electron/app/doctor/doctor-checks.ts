/** Turns the doctor's facts into checks: what was found, what it means for guests, and what to do. Pure. */
import type { ProgramLimit } from '../../../shared/domain/program-limits.ts';
import type { CloudName } from '../../../shared/errors.ts';
import { CLOUD_TITLES, isKeychainFailure } from '../../../shared/errors.ts';
import type { CredentialSource } from '../accounts/accounts.ts';
import { check } from './doctor.ts';
import type { Check, DoctorFacts } from './doctor.ts';
import { checkDoorHealth } from './doctor-doors.ts';
import { checkMapping } from './doctor-mapping.ts';
import { WATCHDOG_TITLES } from '../../../shared/domain/watchdog.ts';
import { localNow } from '../../../shared/time.ts';
import { PING_TEXT } from '../watchdog/ping-text.ts';

/** Smoobu tolerates five minutes (cloud-facts S5); the way over the network uses up some of that. */
const CLOCK_BAD_MS = 240_000;
const CLOCK_WARN_MS = 60_000;

const LIMITS: Readonly<Record<ProgramLimit, Pick<Check, 'finding' | 'meaning' | 'action'>>> = {
  'no-sandbox': {
    finding: 'The desktop app started without the sandbox that keeps its window apart from the system.',
    meaning: 'No guest is affected. A fault in the window could do more harm than it should.',
    action: 'On Linux, use the deb or rpm instead of the AppImage; the user guide says what else helps.',
  },
  'no-notifications': {
    finding: 'The system did not show the last notification of the desktop app.',
    meaning: 'Only the tray and the window tell you of a guest without a working code.',
    action: 'Allow notifications for Latchkey in the system settings. macOS may show none of a program without a developer’s signature.',
  },
};

/** All checks in a fixed order: clock, network and keychain first, since the others depend on them. */
export function judgeFacts(facts: DoctorFacts): readonly Check[] {
  return [
    checkClock(facts.clockOffsetMs),
    checkNetwork('smoobu', facts),
    checkNetwork('the-keys', facts),
    checkKeychain(facts),
    checkCredentials('smoobu', facts),
    checkCredentials('the-keys', facts),
    ...checkMapping(facts),
    ...checkDoorHealth(facts),
    ...checkFiles(facts),
    checkWatchdog(facts),
    ...facts.limits.map((limit) => check('app', 'warn', LIMITS[limit].finding, LIMITS[limit])),
  ];
}

function checkClock(offsetMs: number | null): Check {
  if (offsetMs === null) return check('clock', 'skipped', 'The clock could not be checked: Smoobu did not respond.');
  const seconds = Math.round(Math.abs(offsetMs) / 1000);
  const way = offsetMs > 0 ? 'behind' : 'ahead of';
  const finding = `This computer's clock is ${String(seconds)} s ${way} Smoobu's.`;
  const action = 'Turn on automatic time in the system settings.';
  if (Math.abs(offsetMs) >= CLOCK_BAD_MS) {
    return check('clock', 'bad', finding, { meaning: 'Smoobu refuses requests with a wrong time, so bookings cannot be read.', action });
  }
  if (Math.abs(offsetMs) >= CLOCK_WARN_MS) {
    return check('clock', 'warn', finding, { meaning: 'Smoobu refuses every request once the difference exceeds five minutes.', action });
  }
  return check('clock', 'ok', "This computer's clock agrees with Smoobu's.");
}

function checkNetwork(cloud: CloudName, facts: DoctorFacts): Check {
  const title = CLOUD_TITLES[cloud];
  const probe = facts.probes[cloud];
  if (probe.ok) return check('network', 'ok', `${title} can be reached.`);
  const { error } = probe;
  if (isKeychainFailure(error) || error.kind === 'credentials-missing') {
    return check('network', 'skipped', `${title} was not contacted: there are no credentials.`);
  }
  switch (error.kind) {
    case 'unreachable':
    case 'timeout':
      return check('network', 'bad', `${title} could not be reached: ${error.message}`, {
        meaning: 'Codes on the locks keep working; new bookings get none until it works again.',
        action: 'Check the internet connection, the firewall and any proxy.',
        failure: error.kind,
      });
    case 'rate-limited':
    case 'server-error':
    case 'bad-response':
      return check('network', 'bad', `${title} can be reached but does not work: ${error.message}`, {
        meaning: 'Codes on the locks keep working; new bookings get none until it works again.',
        action: `Try again later. If it happens again, ask the support of ${title}.`,
        failure: error.kind,
      });
    default:
      return check('network', 'ok', `${title} can be reached.`);
  }
}

function checkKeychain({ credentials }: DoctorFacts): Check {
  const failed = [credentials.smoobu, credentials.theKeys, credentials.pinKey].find((source) => source.kind === 'keychain-failed');
  if (failed?.kind === 'keychain-failed') {
    const needed = credentials.smoobu.kind === 'keychain-failed' || credentials.theKeys.kind === 'keychain-failed';
    return check('keychain', needed ? 'bad' : 'warn', 'The keychain cannot be used.', {
      meaning: needed
        ? 'The credentials cannot be read, so no run is possible.'
        : 'Without the pin key, a code that has to be created again gets another PIN.',
      action: failed.failure.message,
      failure: needed ? failed.failure.kind : null,
    });
  }
  if (credentials.pinKey.kind === 'none') {
    return check('keychain', 'warn', 'There is no pin key.', {
      meaning: 'PINs are random: a code that is deleted by hand comes back with a PIN that the guest was not told.',
      action: 'Run `latchkey credentials set smoobu`, which creates one, or set LATCHKEY_PIN_KEY.',
    });
  }
  return check(
    'keychain',
    'ok',
    credentials.pinKey.kind === 'keychain' ? 'The keychain works.' : 'The pin key comes from the environment.',
  );
}

function checkCredentials(cloud: CloudName, facts: DoctorFacts): Check {
  const title = CLOUD_TITLES[cloud];
  const source = cloud === 'smoobu' ? facts.credentials.smoobu : facts.credentials.theKeys;
  const probe = facts.probes[cloud];
  const set = howToCorrect(cloud, source);
  if (probe.ok) return check('credentials', 'ok', `${title} accepts the credentials${whereFrom(source)}.`);
  const { error } = probe;
  if (isKeychainFailure(error))
    return check('credentials', 'skipped', `The credentials for ${title} are in the keychain, which cannot be used.`);
  switch (error.kind) {
    case 'credentials-missing':
      return check('credentials', 'bad', `There are no credentials for ${title}.`, {
        meaning: 'No run is possible.',
        action: set,
        failure: error.kind,
      });
    case 'credentials-rejected':
      return check('credentials', 'bad', `${title} rejects the credentials${whereFrom(source)}.`, {
        meaning: 'No run is possible. Codes on the locks keep working.',
        action: cloud === 'smoobu' ? `${set} Also check the IP whitelist of the key in Smoobu.` : set,
        failure: error.kind,
      });
    case 'forbidden':
    case 'refused':
    case 'not-found':
    case 'clock-skew':
      return check('credentials', 'bad', `${title} refuses this account: ${error.message}`, { action: set, failure: error.kind });
    default:
      return check('credentials', 'skipped', `The credentials for ${title} could not be tested.`);
  }
}

/** Credentials that take precedence over the keychain have to be corrected where they are. */
function howToCorrect(cloud: CloudName, source: CredentialSource): string {
  if (source.kind === 'environment') return `Correct the variables ${cloud === 'smoobu' ? 'LATCHKEY_SMOOBU_…' : 'LATCHKEY_THEKEYS_…'}.`;
  if (source.kind === 'config-file') return 'Correct the configuration file.';
  return `Run \`latchkey credentials set ${cloud}\`.`;
}

function whereFrom(source: CredentialSource): string {
  switch (source.kind) {
    case 'config-file':
      return ' from the configuration file';
    case 'environment':
      return ' from the environment';
    case 'keychain':
      return ' from the keychain';
    case 'none':
    case 'keychain-failed':
      return '';
  }
}

function checkFiles({ settingsRecovered, wishesRecovered, historyRecovered }: DoctorFacts): readonly Check[] {
  const named = [
    {
      what: 'settings',
      file: settingsRecovered,
      meaning:
        settingsRecovered?.usesCopy === true
          ? 'The last good copy is in use. No code is removed, shortened or moved until the mapping is confirmed.'
          : 'The defaults apply, so no unit has a door.',
      action:
        settingsRecovered?.usesCopy === true
          ? 'Check the mapping and save it.'
          : 'Repair the file and put it back, or set up Latchkey again.',
    },
    {
      what: 'wishes',
      file: wishesRecovered,
      meaning:
        wishesRecovered?.usesCopy === true
          ? 'The last good copy is in use. Own times, own PINs, people and notes may be older than what was decided last.'
          : 'Own times, own PINs, people and notes are lost. Codes that are switched off on the locks stay off; blocked guests without a code have to be blocked again.',
      action:
        wishesRecovered?.usesCopy === true ? 'Check them, then: latchkey answer wishes confirm' : 'Restore a backup, or enter them again.',
    },
    {
      what: 'history',
      file: historyRecovered,
      meaning: 'A new history was started. The codes on the locks are not affected.',
      action: 'Nothing needs to be done.',
    },
  ];
  return named.flatMap(({ what, file, meaning, action }) =>
    file === null
      ? []
      : [
          check(
            'files',
            'warn',
            `The ${what} file could not be read (${file.because})${file.setAsideAs === null ? '' : ` and was renamed to ${file.setAsideAs}`}.`,
            {
              meaning,
              action,
            },
          ),
        ],
  );
}

/** Not pinged for this: a ping would say that syncs work. */
function checkWatchdog({ watchdog, settings }: DoctorFacts): Check {
  if (watchdog === null) {
    return check('watchdog', 'skipped', 'No watchdog is set.', {
      meaning: 'Nobody hears when this computer is off or Latchkey has stopped.',
      action: 'If somebody should, run `latchkey credentials set watchdog`.',
    });
  }
  const { service, answeredAtMs, failure } = watchdog;
  if (failure !== null || service === null) {
    return check('watchdog', 'warn', PING_TEXT[failure ?? 'unreadable'], {
      meaning: 'It may report that Latchkey is off although it works.',
      action: 'Run `latchkey credentials test watchdog`.',
    });
  }
  if (answeredAtMs === null) return check('watchdog', 'skipped', `The watchdog (${WATCHDOG_TITLES[service]}) was not pinged yet.`);
  const answeredAt = localNow(settings.times.timeZone, answeredAtMs).replace('T', ' ');
  return check('watchdog', 'ok', `The watchdog (${WATCHDOG_TITLES[service]}) last answered at ${answeredAt}.`);
}

/** `import`: stores the older tool's configuration in the settings and the keychain. */
import { storeCredentials } from '../../app/accounts/credentials.ts';
import type { StoredCredentials } from '../../app/accounts/credentials.ts';
import { describeMapping } from '../../app/mapping/describe-mapping.ts';
import { importConfig } from '../../app/mapping/import-config.ts';
import type { ImportOutcome, OldConfig } from '../../app/mapping/import-config.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import { withMapping } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { CLOUD_TITLES } from '../../../shared/errors.ts';
import type { CloudName, KeychainFailure } from '../../../shared/errors.ts';
import { answer, explainAccess } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Backend } from '../backend.ts';
import type { CommandContext } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { exitCodeOfConfig, loadOldConfig, noteLeftOut } from '../old-config.ts';
import type { Style } from '../render/style.ts';
import { renderTable } from '../render/table.ts';
import { stack, wrap } from '../render/text.ts';
import type { RequestOf } from '../request.ts';

interface CredentialImport {
  readonly cloud: CloudName;
  /** `incomplete`: a Smoobu key without its secret, which is of no use any more. */
  readonly state: 'stored' | 'to-store' | 'not-in-file' | 'incomplete' | 'keychain-failed';
  readonly failure?: KeychainFailure;
}

export async function importFile(context: CommandContext, { file, dryRun = false }: RequestOf<'import'>): Promise<Answer> {
  const config = await loadOldConfig(context.world, file, { apiSecret: 'optional' });
  if (!config.ok) return config.error;
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const backend = opened.value;
  noteLeftOut((line) => context.note(line), config.value);
  const outcome = importConfig(backend.settings.read(), config.value);
  if (!dryRun) backend.settings.write(outcome.settings);
  const pinKeyIsGiven = (context.world.environment.LATCHKEY_PIN_KEY ?? '') !== '';
  // After the settings, since storing records in them what the keychain contains.
  const credentials: CredentialImport[] = [];
  for (const entry of credentialsIn(config.value)) {
    credentials.push(
      'state' in entry ? entry : dryRun ? { cloud: entry.cloud, state: 'to-store' } : await store(backend, entry, pinKeyIsGiven),
    );
  }
  const described = await describe(backend, outcome.settings, dryRun);
  const { settings, units, retired } = { ...outcome, settings: described.settings };
  return answer(
    {
      dryRun,
      units,
      retired,
      times: { checkIn: settings.times.checkIn, checkOut: settings.times.checkOut },
      pinLength: settings.codes.pinLength,
      credentials: credentials.map(({ cloud, state }) => ({ cloud, state })),
      unnamed: described.unnamed,
      leftOut: config.value.leftOut,
      notTakenOver: config.value.notTakenOver,
    },
    (style) => renderImport({ settings, units, retired }, { credentials, unnamed: described.unnamed, dryRun }, style),
    exitCodeOfConfig(config.value, credentials.some(({ state }) => state === 'keychain-failed') ? EXIT.keychain : EXIT.ok),
  );
}

interface DescribedSettings {
  readonly settings: Settings;
  /** Why names and time zones could not be read; null: they were. */
  readonly unnamed: string | null;
}

/** The file has numbers only. Codes follow the time zone of their lock, and texts for guests name the doors. */
async function describe(backend: Backend, imported: Settings, dryRun: boolean): Promise<DescribedSettings> {
  const access = { bookings: await backend.bookingCloud(), locks: await backend.lockCloud() };
  const { mapping, failures } = await describeMapping(imported.mapping, access);
  // Storing credentials has changed the settings since.
  const settings = withMapping(dryRun ? imported : backend.settings.read(), mapping);
  if (!dryRun) backend.settings.write(settings);
  const [failure] = failures;
  return { settings, unnamed: failure === undefined ? null : explainAccess(failure) };
}

function credentialsIn({ smoobu, theKeys }: OldConfig): readonly (StoredCredentials | CredentialImport)[] {
  return [
    smoobu === null
      ? { cloud: 'smoobu', state: 'not-in-file' }
      : smoobu.apiSecret === null
        ? { cloud: 'smoobu', state: 'incomplete' }
        : { cloud: 'smoobu', credentials: { apiKey: smoobu.apiKey, apiSecret: smoobu.apiSecret } },
    theKeys === null ? { cloud: 'the-keys', state: 'not-in-file' } : { cloud: 'the-keys', credentials: theKeys },
  ];
}

async function store(backend: Backend, entry: StoredCredentials, pinKeyIsGiven: boolean): Promise<CredentialImport> {
  const stored = await storeCredentials(backend, entry, pinKeyIsGiven);
  return stored.ok ? { cloud: entry.cloud, state: 'stored' } : { cloud: entry.cloud, state: 'keychain-failed', failure: stored.error };
}

const CHANGES = { new: 'new', changed: 'changed', same: 'unchanged' } as const;

function renderImport(
  { settings, units, retired }: ImportOutcome,
  {
    credentials,
    unnamed,
    dryRun,
  }: Omit<DescribedSettings, 'settings'> & {
    readonly credentials: readonly CredentialImport[];
    readonly dryRun: boolean;
  },
  style: Style,
): string {
  const nameOfLock = (id: LockId): string => settings.mapping.locks.find(({ lockId }) => lockId === id)?.name ?? '';
  const table = renderTable(
    [
      { title: 'Unit', align: 'right' },
      { title: 'Name', flexibleFrom: 16 },
      { title: 'Change' },
      { title: 'Lock and keypad', flexibleFrom: 20 },
      { title: 'Prefix' },
    ],
    units.map(({ unitId, doors, change }) => [
      String(unitId),
      settings.mapping.units.find((unit) => unit.unitId === unitId)?.name ?? '',
      CHANGES[change],
      doors.map(({ lockId, keypadId }) => `${`${String(lockId)} ${nameOfLock(lockId)}`.trim()} · ${keypadId}`).join('\n'),
      doors.map(({ prefix }) => (prefix === '' ? '–' : prefix)).join('\n'),
    ]),
    style,
  );
  const text = stack(
    `Check-in ${settings.times.checkIn}, check-out ${settings.times.checkOut}, PINs of ${String(settings.codes.pinLength)} digits.`,
    retired.length === 0
      ? ''
      : `No longer mapped, but still read so that codes there can be removed: ${retired.map(({ lockId, keypadId }) => `${String(lockId)} · ${keypadId}`).join(', ')}.`,
    ...credentials.map((entry) => describeCredentials(entry, style)),
    credentials.find(({ failure }) => failure !== undefined)?.failure?.message ?? '',
    unnamed === null
      ? ''
      : `${style.paint('warn', '!')} Names and time zones of units and locks could not all be read: ${unnamed} Once that is solved, import the file again: guests are told the names of their doors.`,
    dryRun
      ? 'Dry run: nothing was stored.'
      : `${style.paint('good', '✓')} The mapping and the times are in the settings. \`latchkey doctor\` checks them.`,
  );
  return stack(table, wrap(text, style.width));
}

function describeCredentials({ cloud, state }: CredentialImport, style: Style): string {
  const title = CLOUD_TITLES[cloud];
  switch (state) {
    case 'stored':
      return `${style.paint('good', '✓')} The credentials for ${title} are in the keychain. You can delete them from the file.`;
    case 'to-store':
      return `The credentials for ${title} would be stored in the keychain.`;
    case 'not-in-file':
      return `The file has no credentials for ${title}. To set them: latchkey credentials set ${cloud}`;
    case 'incomplete':
      return `${style.paint('warn', '!')} The file has an old Smoobu key without a secret, which Smoobu no longer accepts. Make a new key under Settings > Advanced > API Keys, then: latchkey credentials set smoobu`;
    case 'keychain-failed':
      return `${style.paint('bad', '✗')} The credentials for ${title} could not be stored.`;
  }
}

/** `import`: the older tool's configuration to the settings and the keychain. */
import { storeCredentials } from '../../app/accounts/credentials.ts';
import type { StoredCredentials } from '../../app/accounts/credentials.ts';
import { importConfig } from '../../app/mapping/import-config.ts';
import type { ImportOutcome, OldConfig } from '../../app/mapping/import-config.ts';
import { CLOUD_TITLES } from '../../../shared/errors.ts';
import type { CloudName, KeychainFailure } from '../../../shared/errors.ts';
import { answer } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Backend } from '../backend.ts';
import type { CommandContext } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { loadOldConfig } from '../old-config.ts';
import type { Style } from '../render/style.ts';
import { renderTable } from '../render/table.ts';
import { wrap } from '../render/text.ts';
import type { ImportRequest } from '../request.ts';

export interface CredentialImport {
  readonly cloud: CloudName;
  /** `incomplete`: a Smoobu key without its secret, which is of no use any more. */
  readonly state: 'stored' | 'to-store' | 'not-in-file' | 'incomplete' | 'keychain-failed';
  readonly failure: KeychainFailure | null;
}
export interface ImportFacts {
  readonly dryRun: boolean;
  readonly outcome: ImportOutcome;
  readonly credentials: readonly CredentialImport[];
}

export async function importFile(context: CommandContext, request: ImportRequest): Promise<Answer> {
  const config = await loadOldConfig(context.world, request.file, { apiSecret: 'optional' });
  if (!config.ok) return config.error;
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const backend = opened.value;
  const outcome = importConfig(backend.settings.read(), config.value);
  if (!request.dryRun) backend.settings.write(outcome.settings);
  const credentials = await importCredentials(context, backend, config.value, request.dryRun);
  const facts = { dryRun: request.dryRun, outcome, credentials };
  const hasFailed = credentials.some(({ state }) => state === 'keychain-failed');
  return answer(importDocument(facts), (style) => renderImport(facts, style), hasFailed ? EXIT.keychain : EXIT.ok);
}

/** After the settings, since storing marks in them what the keychain holds. */
async function importCredentials(
  context: CommandContext,
  backend: Backend,
  { smoobu, theKeys }: OldConfig,
  dryRun: boolean,
): Promise<readonly CredentialImport[]> {
  const pinKeyIsGiven = (context.world.environment.LATCHKEY_PIN_KEY ?? '') !== '';
  const store = async (entry: StoredCredentials): Promise<CredentialImport> => {
    if (dryRun) return { cloud: entry.cloud, state: 'to-store', failure: null };
    const stored = await storeCredentials(backend, entry, pinKeyIsGiven);
    return { cloud: entry.cloud, state: stored.ok ? 'stored' : 'keychain-failed', failure: stored.ok ? null : stored.error };
  };
  const without = (cloud: CloudName, state: 'not-in-file' | 'incomplete'): CredentialImport => ({ cloud, state, failure: null });
  return [
    smoobu === null
      ? without('smoobu', 'not-in-file')
      : smoobu.apiSecret === null
        ? without('smoobu', 'incomplete')
        : await store({ cloud: 'smoobu', credentials: { apiKey: smoobu.apiKey, apiSecret: smoobu.apiSecret } }),
    theKeys === null ? without('the-keys', 'not-in-file') : await store({ cloud: 'the-keys', credentials: theKeys }),
  ];
}

export function importDocument({ dryRun, outcome, credentials }: ImportFacts): object {
  const { settings, units, retired } = outcome;
  return {
    dryRun,
    units,
    retired,
    times: { checkIn: settings.times.checkIn, checkOut: settings.times.checkOut },
    pinLength: settings.codes.pinLength,
    credentials: credentials.map(({ cloud, state }) => ({ cloud, state })),
  };
}

const CHANGES = { new: 'new', changed: 'changed', same: 'as before' } as const;

export function renderImport({ dryRun, outcome, credentials }: ImportFacts, style: Style): string {
  const { settings, units, retired } = outcome;
  return [
    renderTable(
      [{ title: 'Unit', align: 'right' }, { title: 'Change' }, { title: 'Lock and keypad', flexibleFrom: 20 }, { title: 'Prefix' }],
      units.map(({ unitId, doors, change }) => [
        String(unitId),
        CHANGES[change],
        doors.map(({ lockId, keypadId }) => `${String(lockId)} · ${keypadId}`).join('\n'),
        doors.map(({ prefix }) => (prefix === '' ? '–' : prefix)).join('\n'),
      ]),
      style,
    ),
    `Check-in ${settings.times.checkIn}, check-out ${settings.times.checkOut}, PINs of ${String(settings.codes.pinLength)} digits.`,
    retired.length === 0
      ? ''
      : `Not mapped any more, but still watched so that codes there can be removed: ${retired.map(({ lockId, keypadId }) => `${String(lockId)} · ${keypadId}`).join(', ')}.`,
    ...credentials.map((entry) => describeCredentials(entry, style)),
    credentials.find(({ failure }) => failure !== null)?.failure?.message ?? '',
    dryRun
      ? 'Dry run: nothing was stored.'
      : `${style.paint('good', '✓')} The mapping and the times are in the settings. \`latchkey doctor\` checks them.`,
  ]
    .filter((part) => part !== '')
    .flatMap((part) => (part.startsWith('┌') ? [part] : wrap(part, style.width)))
    .join('\n');
}

function describeCredentials({ cloud, state }: CredentialImport, style: Style): string {
  const title = CLOUD_TITLES[cloud];
  switch (state) {
    case 'stored':
      return `${style.paint('good', '✓')} The credentials for ${title} are in the keychain. They can go from the file.`;
    case 'to-store':
      return `The credentials for ${title} would go to the keychain.`;
    case 'not-in-file':
      return `The file has no credentials for ${title}. To set them: latchkey credentials set ${cloud}`;
    case 'incomplete':
      return `${style.paint('warn', '!')} The file has an old Smoobu key without a secret, which Smoobu no longer accepts. Make a new key under Settings > Advanced > API Keys, then: latchkey credentials set smoobu`;
    case 'keychain-failed':
      return `${style.paint('bad', '✗')} The credentials for ${title} could not be stored.`;
  }
}

/** `sync`: one run. */
import { settingsForRun } from '../../app/mapping/import-config.ts';
import type { OldConfig } from '../../app/mapping/import-config.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { accessFailure, answer, failure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { GivenCredentials } from '../../app/ports/storage.ts';
import type { SyncRefusal } from '../backend.ts';
import type { CommandContext } from '../context.ts';
import { EXIT, exitCodeOfReport } from '../exit-code.ts';
import { exitCodeOfConfig, loadOldConfig, noteLeftOut } from '../old-config.ts';
import { createProgressLine } from '../progress-line.ts';
import { runDocument } from '../render/run-json.ts';
import { renderRun } from '../render/run.ts';
import type { RequestOf } from '../request.ts';
import { stopOnSignal } from '../stop-on-signal.ts';
import type { World } from '../terminal.ts';

export async function sync(context: CommandContext, request: RequestOf<'sync'>): Promise<Answer> {
  const config = await configOf(context.world, request.config);
  if (!config.ok) return config.error;
  const opened = await context.open(config.value === null ? undefined : credentialsOf(config.value));
  if (!opened.ok) return opened.error;
  const backend = opened.value;
  if (config.value !== null) noteLeftOut((line) => context.note(line), config.value);
  const stored = backend.settings.read();
  const settings = config.value === null ? stored : settingsForRun(stored, config.value);
  const progress = createProgressLine(context.world.terminal);
  const stop = stopOnSignal(context.world, () => {
    progress.clear();
    context.note('Stopping after the current operation. Press Ctrl-C again to end at once.');
  });
  try {
    const outcome = await backend.sync({
      dryRun: request.dryRun === true,
      applyHeld: request.applyHeld === true,
      trigger: 'command',
      settingsOverride: config.value === null ? null : settings,
      onProgress: (step) => progress.update(step),
      signal: stop.signal,
    });
    if (!outcome.ok) return refusalAnswer(outcome.error);
    const report = outcome.value;
    const exitCode = exitCodeOfReport(report);
    const leftOut = config.value === null ? {} : { leftOut: config.value.leftOut };
    return answer(
      { ...runDocument(report), ...leftOut },
      (style) => renderRun(report, settings, style),
      config.value === null ? exitCode : exitCodeOfConfig(config.value, exitCode),
    );
  } finally {
    progress.clear();
    stop.release();
  }
}

function refusalAnswer(refusal: SyncRefusal): Answer {
  return refusal === 'busy'
    ? failure(EXIT.failed, 'busy', 'A run is already in progress in the app or another terminal. Nothing was changed.')
    : accessFailure(refusal);
}

/** The secret may also come from the environment, but not from the keychain, whose secret may belong to another account. */
async function configOf(world: World, file: string | undefined): Promise<Result<OldConfig | null, Answer>> {
  if (file === undefined) return ok(null);
  const hasOther = (world.environment.LATCHKEY_SMOOBU_API_SECRET ?? '') !== '' && (world.environment.LATCHKEY_SMOOBU_API_KEY ?? '') !== '';
  return loadOldConfig(world, file, { apiSecret: hasOther ? 'optional' : 'required' });
}

function credentialsOf({ smoobu, theKeys }: OldConfig): Pick<GivenCredentials, 'smoobu' | 'theKeys'> {
  return {
    smoobu:
      smoobu?.apiSecret == null ? null : { credentials: { apiKey: smoobu.apiKey, apiSecret: smoobu.apiSecret }, source: 'config-file' },
    theKeys: theKeys === null ? null : { credentials: theKeys, source: 'config-file' },
  };
}

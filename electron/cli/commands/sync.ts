/** `sync`: one run. */
import { accessFailure, answer, failure } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { SyncRefusal } from '../backend.ts';
import { openWithConfig } from '../config-option.ts';
import type { CommandContext } from '../context.ts';
import { EXIT, exitCodeOfReport } from '../exit-code.ts';
import { exitCodeOfConfig } from '../old-config.ts';
import { createProgressLine } from '../progress-line.ts';
import { runDocument } from '../render/run-json.ts';
import { renderRun } from '../render/run.ts';
import type { RequestOf } from '../request.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

export async function sync(context: CommandContext, request: RequestOf<'sync'>): Promise<Answer> {
  const opened = await openWithConfig(context, request.config);
  if (!opened.ok) return opened.error;
  const { backend, settings, config } = opened.value;
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
      settingsOverride: config === null ? null : settings,
      onProgress: (step) => progress.update(step),
      signal: stop.signal,
    });
    // The sync is over; the process lasts until the ping is answered, which has a timeout.
    progress.clear();
    await backend.watchdog.settled(stop.signal);
    if (!outcome.ok) return refusalAnswer(outcome.error);
    const report = outcome.value;
    const exitCode = exitCodeOfReport(report);
    const leftOut = config === null ? {} : { leftOut: config.leftOut };
    return answer(
      { ...runDocument(report), ...leftOut },
      (style) => renderRun(report, settings, style, backend.wishes.read().people),
      config === null ? exitCode : exitCodeOfConfig(config, exitCode),
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

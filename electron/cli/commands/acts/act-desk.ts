/** What the commands that act on a stay share: the ports of the acts, questions and refusals in words, and the run's answer. */
import type { ActFailure, ActPorts, ActRunRefusal } from '../../../app/acts/stay-acts.ts';
import type { Look } from '../../../app/run/look/read-only.ts';
import type { ActQuestion, ActRefusal } from '../../../../shared/domain/stay-action.ts';
import type { ClaimId } from '../../../../shared/domain/ids.ts';
import type { RunReport } from '../../../../shared/domain/run.ts';
import type { Settings } from '../../../../shared/domain/settings.ts';
import type { AccessFailure } from '../../../../shared/errors.ts';
import { actQuestionText } from '../../../../shared/i18n/act-text.ts';
import { mainText } from '../../../../shared/i18n/main-texts.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import { accessFailure, answer, failure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { LookOptions } from '../../backend.ts';
import type { OpenedWithConfig } from '../../config-option.ts';
import { openWithConfig } from '../../config-option.ts';
import type { CommandContext } from '../../context.ts';
import { EXIT, exitCodeOfReport } from '../../exit-code.ts';
import { exitCodeOfConfig } from '../../old-config.ts';
import { createProgressLine } from '../../progress-line.ts';
import { runDocument } from '../../render/run-json.ts';
import { renderRun } from '../../render/run.ts';
import { stopOnSignal } from '../../stop-on-signal.ts';

const english = mainText({ language: 'en', locale: 'en' });
/** Another process may be in the middle of a run. */
const BUSY_WAIT_MS = 60_000;
const BUSY_STEP_MS = 500;

export interface ActDesk extends OpenedWithConfig {
  readonly ports: ActPorts;
  /** What a whole sync would do with these settings. */
  readonly lookAll: (settings: Settings) => Promise<Result<Look, AccessFailure>>;
  readonly runAll: (runId: string) => Promise<Result<RunReport, ActRunRefusal>>;
}

/** Opens the backend, hands the desk to `work`, and clears the progress line whatever happens. */
export async function atDesk(
  context: CommandContext,
  config: string | undefined,
  work: (desk: ActDesk) => Promise<Answer>,
): Promise<Answer> {
  const opened = await openWithConfig(context, config);
  if (!opened.ok) return opened.error;
  const { backend, settings } = opened.value;
  const vault = await backend.pinVault();
  if (!vault.ok) return accessFailure(vault.error);
  const progress = createProgressLine(context.world.terminal);
  const stop = stopOnSignal(context.world, () => {
    progress.clear();
    context.note('Stopping after the current operation. Press Ctrl-C again to end at once.');
  });
  const { clock } = backend;
  const shared = {
    settingsOverride: opened.value.config === null ? null : settings,
    onProgress: (step: Parameters<typeof progress.update>[0]) => progress.update(step),
    signal: stop.signal,
  };
  const run = async (runId: string, claim?: ClaimId): ReturnType<ActPorts['run']> => {
    for (const untilMs = clock.nowMs() + BUSY_WAIT_MS; ;) {
      const only = claim === undefined ? {} : { claim };
      const ran = await backend.sync({ ...shared, dryRun: false, applyHeld: false, trigger: 'act', ...only, runId });
      if (ran.ok || ran.error !== 'busy' || clock.nowMs() >= untilMs || stop.signal.aborted) return ran;
      await clock.sleep(BUSY_STEP_MS, stop.signal);
    }
  };
  const look = async (options: Pick<LookOptions, 'claim' | 'wishes' | 'remember'> & Partial<Pick<LookOptions, 'settingsOverride'>>) => {
    const looked = await backend.look({ ...shared, ...options });
    progress.clear();
    return looked;
  };
  const ports: ActPorts = {
    wishes: backend.wishes,
    history: backend.history,
    clock,
    vault: vault.value,
    newRunId: () => backend.newRunId(),
    look: (claim, wishes, remember = []) => look({ claim, remember, ...(wishes === undefined ? {} : { wishes }) }),
    run: (claim, runId) => run(runId, claim),
  };
  try {
    return await work({ ...opened.value, ports, runAll: (runId) => run(runId), lookAll: (all) => look({ settingsOverride: all }) });
  } finally {
    progress.clear();
    stop.release();
  }
}

export function questionLines(asks: readonly ActQuestion[]): readonly string[] {
  return asks.map((ask) => actQuestionText(ask, english, (at) => at.replace('T', ' ')));
}

export function refusedAct(because: ActRefusal): Answer {
  return failure(EXIT.usage, because, english(`act.refused.${because}`));
}

export function failedAct(reason: ActFailure, desk: ActDesk): Answer {
  switch (reason.kind) {
    case 'refused':
      return refusedAct(reason.because);
    case 'access':
      return accessFailure(reason.failure);
    case 'unread':
      return reportAnswer(reason.report, desk);
  }
}

export function runAnswer(ran: Result<RunReport, ActRunRefusal>, desk: ActDesk): Answer {
  if (ran.ok) return reportAnswer(ran.value, desk);
  if (ran.error === 'busy' || ran.error === 'first-steps')
    return failure(EXIT.failed, 'busy', 'Recorded. A run is in progress in the app or another terminal; the next sync carries this out.');
  return accessFailure(ran.error);
}

export function lookAnswer(looked: Result<Look, AccessFailure>, desk: ActDesk): Answer {
  return runAnswer(looked.ok ? ok(looked.value.report) : err(looked.error), desk);
}

export function reportAnswer(report: RunReport, { backend, settings, config }: OpenedWithConfig): Answer {
  const exitCode = exitCodeOfReport(report);
  return answer(
    runDocument(report),
    (style) => renderRun(report, settings, style, backend.wishes.read().people),
    config === null ? exitCode : exitCodeOfConfig(config, exitCode),
  );
}

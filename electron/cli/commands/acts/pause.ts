/** `pause [HOURS]` and `resume`: stop and restart everything that Latchkey does by itself, in the app and in `watch`. */
import type { Pause } from '../../../../shared/domain/settings.ts';
import { HOUR_MS } from '../../../../shared/time.ts';
import { answer, dryRunAnswer } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { CommandContext } from '../../context.ts';
import { showInstant } from '../../render/words.ts';
import type { RequestOf } from '../../request.ts';

const GOES_ON = 'Codes on the locks keep working, and what you ask for is done.';

export async function pause(context: CommandContext, { hours, dryRun = false }: RequestOf<'pause'>): Promise<Answer> {
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const { settings, clock } = opened.value;
  const stored = settings.read();
  const untilMs = hours === undefined ? null : Math.round(clock.nowMs() + hours * HOUR_MS);
  const chosen: Pause = untilMs === null ? { kind: 'until-resumed' } : { kind: 'until', untilMs };
  const until = untilMs === null ? 'until `latchkey resume`' : `until ${showInstant(untilMs, stored.times.timeZone)}`;
  if (dryRun) return dryRunAnswer([`Latchkey would be paused ${until}. ${GOES_ON}`]);
  settings.write({ ...stored, pause: chosen });
  return answer({ ok: true }, () => `Paused ${until}. ${GOES_ON}`);
}

export async function resume(context: CommandContext, { dryRun = false }: RequestOf<'resume'>): Promise<Answer> {
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const { settings } = opened.value;
  if (dryRun) return dryRunAnswer(['The pause would end: Latchkey would sync by itself again.']);
  settings.write({ ...settings.read(), pause: { kind: 'none' } });
  return answer({ ok: true }, () => 'Latchkey syncs by itself again.');
}

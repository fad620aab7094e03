/** What happened to a stay, in a few lines, oldest first. */
import { useEffect, useState } from 'preact/hooks';
import type { BookingId, LockId } from '../../../shared/domain/ids.ts';
import type { OperationKind } from '../../../shared/domain/run.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { dateOf } from '../../../shared/time.ts';
import { useApp } from '../../lib/app.ts';
import { lockName } from '../../lib/names.ts';
import type { TextContext } from '../../lib/text-context.ts';
import type { StayView } from './stay-state.tsx';
import { storyOf } from './story-model.ts';
import type { StoryEvent } from './story-model.ts';

const KINDS: readonly OperationKind[] = ['create', 'update', 'adopt', 'move', 'delete'];
/** Runs of each kind of change: the newest tell the story. */
const RUNS_OF_KIND = 5;
const MAX_LINES = 8;

export interface StayStoryProps {
  readonly bookingId: BookingId;
  readonly view: StayView | null;
  readonly call: CallOutput<'call.view'>;
}
export function StayStory({ bookingId, view, call }: StayStoryProps) {
  const app = useApp();
  const { t, formats, nowMs } = app;
  const runs = useRunsOf(bookingId);
  const lines = storyOf(bookingId, { runs, view, doors: call?.doors ?? [] });
  if (lines.length === 0) return null;
  // How it began, and the latest.
  const shown = lines.length > MAX_LINES ? [...lines.slice(0, 1), ...lines.slice(1 - MAX_LINES)] : lines;
  return (
    <section class="panel-part" aria-label={t('stay.story')}>
      <dl class="facts story small">
        {shown.map(({ atMs, byUser, event }) => {
          const text = eventText(app, event);
          const key = `${String(atMs)}-${text}`;
          return [
            <dt key={`${key}-time`}>{formats.shortInstant(atMs, nowMs)}</dt>,
            <dd key={key}>{byUser ? t('stay.story.by-you', { text }) : text}</dd>,
          ];
        })}
      </dl>
    </section>
  );
}

/** Those with an operation of this booking. A history that cannot be read tells nothing here: its page says so. */
function useRunsOf(bookingId: BookingId): readonly NonNullable<CallOutput<'history.run'>>[] {
  const { bridge, snapshot } = useApp();
  const [runs, setRuns] = useState<readonly NonNullable<CallOutput<'history.run'>>[]>([]);
  const version = snapshot.lastRun?.run.id;
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const lists = await Promise.all(
        KINDS.map((kind) => bridge.call('history.runs', { limit: RUNS_OF_KIND, filter: { bookingId, kind } })),
      );
      const ids = new Set(lists.flatMap((list) => (list.ok ? list.value.runs.map(({ id }) => id) : [])));
      const details = await Promise.all([...ids].map((id) => bridge.call('history.run', { id })));
      if (isCurrent) setRuns(details.flatMap((detail) => (detail.ok && detail.value !== null ? [detail.value] : [])));
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [bridge, bookingId, version]);
  return runs;
}

function eventText(app: TextContext, event: StoryEvent): string {
  const { t, formats } = app;
  switch (event.kind) {
    case 'moved':
      return t('stay.story.moved', { from: formats.shortDay(dateOf(event.from)), to: formats.shortDay(dateOf(event.to)) });
    case 'from':
      return t('stay.story.from', { time: formats.moment(event.to) });
    case 'until':
      return t('stay.story.until', { time: formats.moment(event.to) });
    case 'told':
      return t(`stay.story.told-${event.way}`);
    case 'failed':
      return t(`stay.story.failed-${event.operation}`, { doors: doorsText(app, event.lockIds) });
    default:
      return t(`stay.story.${event.kind}`, { doors: doorsText(app, event.lockIds) });
  }
}

function doorsText({ snapshot, t }: TextContext, lockIds: readonly LockId[]): string {
  const names = [...new Set(lockIds)].map((lockId) => lockName(snapshot, t, lockId));
  const [only] = names;
  return names.length === 1 && only !== undefined ? only : t('stay.story.doors', { count: names.length });
}

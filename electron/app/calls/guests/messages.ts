/** The window's calls about what guests are told. No answer has a PIN: a text with digits goes to the clipboard. */
import type { BookingId } from '../../../../shared/domain/ids.ts';
import type { PlanInput } from '../../../../shared/domain/plan.ts';
import type { RunReport } from '../../../../shared/domain/run.ts';
import type { CallAnswer, CallHandlers, CallRequest, IpcRefusal } from '../../../../shared/ipc/contract.ts';
import { MAX_PREVIEW_LENGTH } from '../../../../shared/ipc/template-schemas.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Err, Result } from '../../../../shared/result.ts';
import { dateOf } from '../../../../shared/time.ts';
import type { Desktop } from '../../desktop/desktop.ts';
import type { DesktopPorts } from '../../desktop/ports.ts';
import { lookAtMessages, tellingOf } from '../../messages/look-at-messages.ts';
import type { MessageLook } from '../../messages/look-at-messages.ts';
import { messagePreview, textToCopy } from '../../messages/message-text.ts';
import type { NoMessage } from '../../messages/message-text.ts';
import { recordMarkedTold, recordRevealed } from '../../messages/record-told.ts';
import { rememberedHere } from '../../messages/remembered-here.ts';
import { startOf } from '../../messages/start-way.ts';
import type { Start } from '../../messages/start-way.ts';
import { toldInThreads } from '../../messages/threads/read-threads.ts';
import { markTold, wantSent } from '../../messages/user-told.ts';
import type { NotSent } from '../../messages/user-told.ts';
import type { PinVault } from '../../ports/system.ts';
import { notRun, refusedAct, shownRun } from '../act-answers.ts';
import { accessRefusal, refusal } from '../refusal.ts';

type Names = 'messages.preview' | 'messages.copy' | 'messages.start' | 'messages.stop' | 'messages.send' | 'messages.mark-told';
type Refused = NoMessage | NotSent | 'changed' | 'bad-key' | 'threads-unread';

interface Looked {
  readonly vault: PinVault;
  readonly input: PlanInput;
  readonly report: RunReport;
  readonly look: MessageLook;
}

const NAME_LENGTH = 1_000;
const MAX_LINES = 10_000;

export function messageCalls(desktop: Desktop, ports: DesktopPorts): Pick<CallHandlers, Names> {
  const { history, screen, clock } = ports;
  const looking = async <T>(id: BookingId | null, work: (looked: Looked) => Result<T, IpcRefusal> | Promise<Result<T, IpcRefusal>>) => {
    const looked = await lookAt(id, desktop, ports);
    return looked.ok ? work(looked.value) : looked;
  };
  return {
    'messages.preview': ({ bookingId }) =>
      looking(bookingId, ({ look }) => {
        const preview = messagePreview(bookingId, look, desktop.settings());
        return preview.ok
          ? ok({ ...preview.value, text: preview.value.text.slice(0, MAX_PREVIEW_LENGTH) })
          : refused(preview.error, desktop);
      }),
    'messages.copy': ({ bookingId }) =>
      looking(bookingId, ({ look }) => {
        const message = textToCopy(bookingId, look, desktop.settings());
        if (!message.ok) return refused(message.error, desktop);
        const { stay, language, text } = message.value;
        // Before it is copied: what cannot be recorded is not copied.
        recordRevealed(history, stay, clock.nowMs());
        screen.copyBriefly(text.reveal());
        return ok({ language });
      }),
    'messages.start': (request) => start(request, desktop, ports),
    'messages.stop': ({ way }) => {
      const { sending, ...others } = desktop.settings();
      desktop.saveSettings({ ...others, sending: { ...sending, [way]: false } });
      // Placeholders go with the next sync.
      if (sending[way]) desktop.syncNow();
      return ok({ wasOn: sending[way] });
    },
    'messages.send': ({ bookingId }) =>
      looking(bookingId, async ({ look }) => {
        const wanted = wantSent(bookingId, look.facts);
        if (!wanted.ok) return refused(wanted.error, desktop);
        history.remember([wanted.value]);
        const ran = await desktop.runFor(bookingId, ports.newRunId());
        if (!ran.ok) return notRun(ran.error, desktop, ports);
        const isSent = ran.value.told?.some(({ way, state }) => way === 'message' && state === 'sent') === true;
        return ok({ isSent, run: shownRun(ran.value, desktop) });
      }),
    'messages.mark-told': ({ bookingId }) =>
      looking(bookingId, ({ look, input, report, vault }) => {
        const told = markTold(bookingId, look.facts);
        if (!told.ok) return refused(told.error, desktop);
        history.remember([told.value]);
        recordMarkedTold(history, bookingId, clock.nowMs());
        const now = lookAtMessages({ ...input, memory: history.memory() }, report, vault);
        desktop.dispatch({
          kind: 'told',
          bookingId,
          lines: now.lines.filter((line) => line.bookingId === bookingId).map(tellingOf),
          atMs: clock.nowMs(),
        });
        return ok(null);
      }),
  };
}

/** What a run for this stay, or for all, would read. */
async function lookAt(id: BookingId | null, desktop: Desktop, ports: DesktopPorts): Promise<Result<Looked, IpcRefusal>> {
  const vault = await ports.accounts.pinVault();
  if (!vault.ok) return accessRefusal(desktop.text, vault.error, ports.system);
  const looked = await ports.look(id, desktop.settings(), null);
  if (!looked.ok) return accessRefusal(desktop.text, looked.error, ports.system);
  const { input, report } = looked.value;
  if (input === null) return refusedAct('not-read', desktop);
  return ok({ vault: vault.value, input, report, look: lookAtMessages(input, report, vault.value) });
}

async function start(request: CallRequest<'messages.start'>, desktop: Desktop, ports: DesktopPorts): Promise<CallAnswer<'messages.start'>> {
  const { way, key, alreadyTold, confirmed } = request;
  if (!desktop.settings().setup.done) return refusal(desktop.text, 'first-steps');
  const looked = await lookAt(null, desktop, ports);
  if (!looked.ok) return looked;
  const { vault, look } = looked.value;
  if (!vault.keyed && (way === 'message' || way === 'placeholder')) return refused('no-pin-key', desktop);
  const isRead = way === 'message' && confirmed === null && alreadyTold.kind === 'usual' && desktop.settings().sending.threads;
  const inThreads = isRead ? await readThreads(looked.value, desktop, ports) : ok<ReadonlySet<BookingId>>(new Set());
  if (!inThreads.ok) return inThreads;
  const told = confirmed === null ? alreadyTold : { kind: 'chosen' as const, bookingIds: new Set(confirmed.told) };
  const planned = startOf({ way, key, alreadyTold: told, inThreads: inThreads.value }, look.facts, desktop.settings());
  if (!planned.ok) return refused(planned.error, desktop);
  if (confirmed === null) return ok(shownPlan(planned.value));
  if (!isAsSeen(planned.value, confirmed)) return refused('changed', desktop);
  // Before the switch: with it alone, nothing would be known of who counts as told.
  ports.history.remember(planned.value.remember);
  desktop.saveSettings(planned.value.settings);
  desktop.syncNow();
  return ok({ kind: 'started' });
}

function shownPlan({ lines }: Start): Extract<CallAnswer<'messages.start'>, { ok: true }>['value'] {
  const shown = lines.slice(0, MAX_LINES).map(({ stay, will, atMs, reason, mayTick }) => ({
    bookingId: stay.bookingId,
    guest: stay.guestName.slice(0, NAME_LENGTH),
    unit: stay.unitName.slice(0, NAME_LENGTH),
    arrival: dateOf(stay.window.start),
    ...{ will, atMs, reason, mayTick },
  }));
  return { kind: 'plan', lines: shown, more: lines.length - shown.length };
}

/** Exactly these are told, and exactly these count as told. */
function isAsSeen({ lines }: Start, seen: NonNullable<CallRequest<'messages.start'>['confirmed']>): boolean {
  const ids = (isIt: (will: Start['lines'][number]['will']) => boolean): readonly BookingId[] =>
    lines.filter(({ will }) => isIt(will)).map(({ stay }) => stay.bookingId);
  const same = (one: readonly BookingId[], other: readonly BookingId[]): boolean => {
    const known = new Set(other);
    return new Set(one).size === known.size && one.every((id) => known.has(id));
  };
  return (
    same(
      ids((will) => will !== 'told' && will !== 'never'),
      seen.tells,
    ) &&
    same(
      ids((will) => will === 'told'),
      seen.told,
    )
  );
}

/** Guests who arrive soon and have been sent the right PIN by hand. What is read is not remembered. */
async function readThreads(
  { vault, input, look }: Looked,
  desktop: Desktop,
  { accounts, history, log, system }: DesktopPorts,
): Promise<Result<ReadonlySet<BookingId>, IpcRefusal>> {
  const cloud = await accounts.bookingCloud();
  if (!cloud.ok) return accessRefusal(desktop.text, cloud.error, system);
  const { guests } = cloud.value;
  if (guests === undefined) return ok(new Set());
  const here = rememberedHere(history.memory());
  const stays = look.facts.stays;
  const read = await toldInThreads({ guests, history: here, digests: vault, log }, { input, stays, signal: new AbortController().signal });
  return read.ok ? read : refused('threads-unread', desktop);
}

function refused(reason: Refused, { text }: Pick<Desktop, 'text'>): Err<IpcRefusal> {
  return err({ detail: reason, message: text(`messages.refused.${reason}`) });
}

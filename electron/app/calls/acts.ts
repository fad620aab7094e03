/** The window's calls that act on a stay: look at it, do something, take it back. */
import type { RunReport } from '../../../shared/domain/run.ts';
import { actQuestionText } from '../../../shared/i18n/act-text.ts';
import type { CallAnswer, CallHandlers } from '../../../shared/ipc/contract.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { IpcRefusal } from '../../../shared/ipc/contract.ts';
import { forgetStay } from '../acts/forget-stay.ts';
import { carryOut, prepareAct, previewAct } from '../acts/stay-acts.ts';
import type { ActFailure, ActPorts, ActRunRefusal, PreparedAct } from '../acts/stay-acts.ts';
import { stayView } from '../acts/stay-view.ts';
import { prepareUndo } from '../acts/undo.ts';
import { personOffers } from '../people/person-offer.ts';
import { planWishes } from '../run/plan-wishes.ts';
import { notRun, refusedAct, shownRun } from './act-answers.ts';
import { accessRefusal } from './refusal.ts';
import { doorActOf, undoDoor, undoLink } from './doors/undo-door.ts';
import type { DoorDesktop, DoorPorts } from './doors/door-ports.ts';

type Names = 'stay.view' | 'stay.act' | 'act.undo' | 'stay.forget';
type ActAnswer = CallAnswer<'stay.act'>;

export async function actPorts(desktop: DoorDesktop, ports: DoorPorts): Promise<Result<ActPorts, IpcRefusal>> {
  const vault = await ports.accounts.pinVault();
  if (!vault.ok) return accessRefusal(desktop.text, vault.error, ports.system);
  return ok({
    ...ports,
    vault: vault.value,
    look: (claim, wishes, remember) =>
      ports.look(claim, desktop.settings(), wishes === undefined ? null : planWishes(wishes, vault.value), remember),
    run: (claim, runId) => desktop.runFor(claim, runId),
  });
}

export function actCalls(desktop: DoorDesktop, ports: DoorPorts): Pick<CallHandlers, Names> {
  const withPorts = async <T>(work: (acts: ActPorts) => Promise<Result<T, IpcRefusal>>): Promise<Result<T, IpcRefusal>> => {
    const acts = await actPorts(desktop, ports);
    return acts.ok ? work(acts.value) : acts;
  };
  return {
    'stay.view': ({ bookingId }) =>
      withPorts(async (acts) => {
        const looked = await acts.look(bookingId);
        if (!looked.ok) return accessRefusal(desktop.text, looked.error, ports.system);
        const { input, report } = looked.value;
        if (input === null) return refusedAct('not-read', desktop);
        const view = stayView(bookingId, input, report);
        return typeof view === 'string'
          ? refusedAct(view, desktop)
          : ok({ ...view, doors: [...view.doors], refused: [...view.refused], told: [...view.told] });
      }),
    'stay.act': ({ bookingId, action, ...mode }) =>
      withPorts(async (acts) => answerOf(await prepareAct(acts, bookingId, action), mode, acts, desktop, ports)),
    'stay.forget': ({ bookingId }) =>
      withPorts(async (acts) => {
        const forgotten = await forgetStay(acts, bookingId);
        if (forgotten.ok) return forgotten;
        const { error } = forgotten;
        if (error.kind === 'access') return accessRefusal(desktop.text, error.failure, ports.system);
        return refusedAct(error.kind === 'refused' ? error.because : 'not-read', desktop);
      }),
    'act.undo': async ({ id, ...mode }) => {
      const act = doorActOf(id, ports);
      if (act !== null) return orMakePerson(id, await undoDoor(act, mode, desktop, ports), desktop, ports);
      const unlinked = await undoLink(id, mode, desktop, ports);
      if (unlinked !== null) return unlinked;
      const undone = await withPorts(async (acts) => answerOf(await prepareUndo(acts, id), mode, acts, desktop, ports));
      return orMakePerson(id, undone, desktop, ports);
    },
  };
}

function orMakePerson(
  reference: string,
  answer: ActAnswer,
  desktop: DoorDesktop,
  { history, wishes, clock }: DoorPorts,
): CallAnswer<'act.undo'> {
  if (answer.ok) return answer;
  const { detail, message } = answer.error;
  const facts = { history, wishes: wishes.read(), settings: desktop.settings(), nowMs: clock.nowMs() };
  const people = personOffers(reference, detail, facts).map((offer) => ({ ...offer, lockIds: [...offer.lockIds] }));
  return people.length === 0 || detail === null ? answer : ok({ kind: 'make-person', detail, message, people });
}

async function answerOf(
  prepared: Result<PreparedAct, ActFailure>,
  { confirmed, dryRun }: { readonly confirmed: boolean; readonly dryRun: boolean },
  acts: ActPorts,
  desktop: DoorDesktop,
  ports: DoorPorts,
): Promise<ActAnswer> {
  if (!prepared.ok) return failedAct(prepared.error, desktop, ports);
  const { asks, told = [] } = prepared.value;
  const { text, formats } = desktop.localization();
  const moment = (at: string): string => formats.dateTime(at as Parameters<typeof formats.dateTime>[0]);
  if (asks.length > 0 && !confirmed && !dryRun)
    return ok({ kind: 'asks', questions: [...told, ...asks].map((ask) => actQuestionText(ask, text, moment)) });
  return carriedOut(prepared.value, dryRun, acts, desktop, ports);
}

/** Or what it would do, for a dry run. */
export async function carriedOut(
  act: PreparedAct,
  dryRun: boolean,
  acts: ActPorts,
  desktop: DoorDesktop,
  ports: DoorPorts,
): Promise<ActAnswer> {
  if (!dryRun) return ranAnswer(await carryOut(acts, act), desktop, ports);
  const looked = await previewAct(acts, act);
  return looked.ok ? ranAnswer(ok(looked.value.report), desktop, ports) : ranAnswer(looked, desktop, ports);
}

function ranAnswer(ran: Result<RunReport, ActRunRefusal>, desktop: DoorDesktop, ports: DoorPorts): ActAnswer {
  return ran.ok ? ok({ kind: 'done', run: shownRun(ran.value, desktop) }) : notRun(ran.error, desktop, ports);
}

function failedAct(reason: ActFailure, desktop: DoorDesktop, ports: DoorPorts): ActAnswer {
  switch (reason.kind) {
    case 'refused':
      return refusedAct(reason.because, desktop);
    case 'access':
      return accessRefusal(desktop.text, reason.failure, ports.system);
    case 'unread':
      return ranAnswer(ok(reason.report), desktop, ports);
  }
}

/** What guests are told, as it is now: from what a run would read, without sending anything. Pure. */
import type { PlanInput } from '../../../shared/domain/plan.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import type { Telling } from '../../../shared/domain/told.ts';
import { isDoubtful } from '../../../shared/messages/doubt.ts';
import { messagesDue } from '../../../shared/messages/due.ts';
import type { DueInput, MessageDecision } from '../../../shared/messages/due.ts';
import { placeholderLine } from '../../../shared/messages/placeholders/lines.ts';
import { wantedPlaceholders } from '../../../shared/messages/placeholders/wanted.ts';
import type { PlaceholderFacts } from '../../../shared/messages/placeholders/wanted.ts';
import type { Digests } from '../../../shared/messages/shown.ts';
import type { StayToTell } from '../../../shared/messages/stay-to-tell.ts';
import { languageOf } from '../../../shared/messages/templates/language.ts';
import type { TextSettings } from '../../../shared/messages/templates/language.ts';
import { readStays } from '../../../shared/readiness/read-stays.ts';
import { staysToTell } from './stays-to-tell.ts';

export type StayTelling = Telling & { readonly stay: StayToTell };

export interface MessageLook {
  readonly facts: DueInput & Pick<PlaceholderFacts, 'remembered'>;
  /** Of the ways that are on, in order of arrival. */
  readonly lines: readonly StayTelling[];
}

export function lookAtMessages(input: PlanInput, report: RunReport, digests: Digests): MessageLook {
  const { settings, nowMs, memory } = input;
  const { remembered, isUnknown = false } = memory;
  const stays = staysToTell(input, readStays(report, settings, nowMs));
  const common = { nowMs, settings, remembered, isUnknown, isDoubtful: isDoubtful(input), digests };
  const facts = { ...common, stays };
  const { sending } = settings;
  const messages = sending.message
    ? messagesDue(facts).map((line): StayTelling => ({ ...messageLine(line, settings), stay: line.stay }))
    : [];
  const byId = new Map(stays.map((stay) => [stay.bookingId, stay]));
  const placeholders = (sending.placeholder ? wantedPlaceholders(stays, common) : []).flatMap((wanted): readonly StayTelling[] => {
    const stay = byId.get(wanted.bookingId);
    return stay === undefined ? [] : [{ ...placeholderLine(wanted, remembered), stay }];
  });
  const lines = [...messages, ...placeholders].sort(
    (one, other) => one.stay.startMs - other.stay.startMs || one.bookingId - other.bookingId,
  );
  return { facts, lines };
}

/** In the language in which the guest was told, or would be. */
export function messageLine(decision: MessageDecision, settings: TextSettings): Telling {
  const { stay, kind, state, row } = decision;
  const isTold = state === 'sent' || state === 'confirmed' || state === 'unclear' || state === 'told-by-user';
  const told = isTold ? (row.attempt ?? row.known)?.content.language : undefined;
  return { ...tellingOf(decision), language: told ?? languageOf(stay, kind, settings) };
}

/** Without what must stay in memory. */
export function tellingOf({ bookingId, way, kind, state, atMs, reason, language, correction }: Telling): Telling {
  const more = { ...(language !== undefined && { language }), ...(correction !== undefined && { correction }) };
  return { bookingId, way, kind, state, atMs, reason, ...more };
}

/** `print today|emergency`: the sheets as text, from the clouds as they are now, since no list of a lock is ever stored. */
import { lockFacts } from '../../../app/doors/door-facts.ts';
import type { DoorFacts } from '../../../app/doors/door-facts.ts';
import { recordShown } from '../../../app/doors/shown-codes.ts';
import type { UnitId } from '../../../../shared/domain/ids.ts';
import type { PlanInput } from '../../../../shared/domain/plan.ts';
import { emergencySheet, todaySheet } from '../../../../shared/doors/sheets.ts';
import { accessFailure, answer, usageFailure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { CommandContext } from '../../context.ts';
import type { RunReport } from '../../../../shared/domain/run.ts';
import { emergencyDocument, renderEmergency, renderToday, todayDocument } from '../../render/sheets.ts';
import type { RequestOf } from '../../request.ts';
import { atDesk, lookAnswer } from '../acts/act-desk.ts';
import type { ActDesk } from '../acts/act-desk.ts';

const UNREAD = 'The sheet needs the clouds, and one of them cannot be read. What the last sync knew: latchkey status --arrivals';

export async function print(context: CommandContext, request: RequestOf<'print'>): Promise<Answer> {
  return atDesk(context, request.config, async (desk) => {
    const { unit = null } = request;
    if (request.sheet === 'today' && request.reveal === true) return usageFailure('Today’s sheet has no PINs; the emergency sheet has.');
    if (unit !== null && !desk.settings.mapping.units.some(({ unitId }) => unitId === unit))
      return usageFailure('No such unit in the mapping.');
    const looked = await desk.lookAll(desk.settings);
    if (!looked.ok) context.note(UNREAD);
    if (!looked.ok) return accessFailure(looked.error);
    const { input, report } = looked.value;
    if (input !== null) return request.sheet === 'today' ? today(input, report, unit) : emergency(desk, input, request, unit);
    context.note(UNREAD);
    return lookAnswer(looked, desk);
  });
}

function today(input: PlanInput, report: RunReport, unitId: UnitId | null): Answer {
  const { settings, nowMs, wishes } = input;
  const sheet = todaySheet({ stays: report.stays, people: report.people ?? [], known: wishes.people, settings, nowMs, unitId });
  return answer(todayDocument(sheet, nowMs), (style) => renderToday(sheet, { settings, nowMs }, style));
}

function emergency(
  { backend, settings }: ActDesk,
  input: PlanInput,
  { reveal = false }: RequestOf<'print'>,
  unitId: UnitId | null,
): Answer {
  const { nowMs, lists, wishes, memory, bookings, unread } = input;
  const readings = new Map(
    [...lists].flatMap(([lockId, codes]) =>
      codes === null ? [] : [[lockId, { codes, unread: unread?.get(lockId) ?? [], readAtMs: nowMs }] as const],
    ),
  );
  const facts: DoorFacts = {
    ...{ settings, bookings: bookings.bookings, readings, summaries: new Map(), summariesReadAtMs: null, memory, nowMs },
    wishes: { people: [...wishes.people], stays: backend.wishes.read().stays },
  };
  const units = emergencySheet({ settings, nowMs, unitId }, (lockId) => lockFacts(lockId, facts).view);
  const lockIds = [...new Set(units.flatMap(({ doors }) => doors.map(({ lockId }) => lockId)))];
  if (reveal) recordShown(backend.history, lockIds, facts);
  const options = { reveal, facts };
  return answer(emergencyDocument(units, options), (style) => renderEmergency(units, options, style));
}

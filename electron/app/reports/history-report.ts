/**
 * A run as plain text for support, in English. With ids, which support needs; without names of guests and units and without texts that
 * somebody typed, so each value is listed here. Pure.
 */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { ChangeField } from '../../../shared/domain/code.ts';
import type { FieldChange } from '../../../shared/domain/plan.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { RUN_COUNTS } from '../../../shared/domain/run.ts';
import type { OperationReport, RunCounts } from '../../../shared/domain/run.ts';
import { englishSentence, isRecorded } from '../../../shared/i18n/problem-text.ts';
import { changedFields } from '../../../shared/reconcile/diff.ts';
import { englishReason } from '../../../shared/i18n/operation-text.ts';
import type { RunDetail } from '../ports/storage.ts';

export interface ReportAbout {
  readonly version: string;
  readonly isDemo: boolean;
  /** Known names of units, doors and guests: removed wherever they appear all the same. */
  readonly privateNames: readonly string[];
}

export function supportReport({ run, operations, problems, requests }: RunDetail, about: ReportAbout): string {
  const guests = operations.flatMap(({ changes }) => [changes.name?.from, changes.name?.to]).filter((name) => typeof name === 'string');
  const hide = hiding([...about.privateNames, ...guests]);
  const seconds = Math.max(0, Math.round((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000));
  const lines = [
    `Latchkey ${about.version}${about.isDemo ? ' (demo)' : ''}`,
    `Run ${run.id}`,
    `Outcome: ${run.outcome}; mode: ${run.mode}; trigger: ${run.trigger}`,
    `Started: ${run.startedAt}; finished: ${run.finishedAt} (${String(seconds)} s)`,
    `Counts: ${countsLine(run.counts)}`,
    `Requests: Smoobu ${String(requests.smoobu)}, The Keys ${String(requests.theKeys)}`,
    '',
    `Operations: ${String(operations.length)}`,
    ...operations.flatMap((operation, index) => operationLines(operation, index + 1)),
    '',
    `Problems: ${String(problems.length)}`,
    ...problems.flatMap((problem, index) => problemLines(problem, index + 1, hide)),
  ];
  return `${lines.join('\n')}\n`;
}

function countsLine(counts: RunCounts): string {
  return RUN_COUNTS.map((name) => `${name} ${String(counts[name])}`).join(', ');
}

export type Hide = (text: string) => string;

function operationLines(operation: OperationReport, number: number): readonly string[] {
  const { kind, status, bookingId, personId, unitId, lockId, keypadId, codeId, evidence, hold, changes } = operation;
  const facts = [
    bookingId !== null ? `booking ${String(bookingId)}` : personId === undefined ? 'made by hand' : `person ${personId}`,
    ...(unitId === null ? [] : [`unit ${String(unitId)}`]),
    `lock ${String(lockId)}`,
    `keypad ${keypadId}`,
    ...(codeId === null ? [] : [`code ${String(codeId)}`]),
    ...(evidence === null ? [] : [`evidence ${evidence}`]),
    ...(hold === null ? [] : [`hold ${hold}`]),
  ];
  const told = changedFields(changes).map((field) => `   ${field}: ${changeWords(field, changes[field])}`);
  return [`${String(number)}. ${kind}, ${status}: ${facts.join(', ')}`, `   ${englishReason(operation)}`, ...told];
}

function changeWords(field: ChangeField, change: FieldChange | undefined): string {
  // A guest's name, and whatever a user has typed.
  if (change === undefined || field === 'name' || field === 'description') return '(changed)';
  return `${String(change.from ?? 'open')} to ${String(change.to ?? 'open')}`;
}

function problemLines(problem: Problem, number: number, hide: Hide): readonly string[] {
  const { kind, retryable, cloud, failure, bookingId, personId, unitId, lockId, keypadId, codeId } = problem;
  const facts = [
    ...(cloud === undefined ? [] : [cloud]),
    ...(failure === undefined ? [] : [`failure ${failure}`]),
    ...(bookingId === undefined ? [] : [`booking ${String(bookingId)}`]),
    ...(personId === undefined ? [] : [`person ${personId}`]),
    ...(unitId === undefined ? [] : [`unit ${String(unitId)}`]),
    ...(lockId === undefined ? [] : [`lock ${String(lockId)}`]),
    ...(keypadId === undefined ? [] : [`keypad ${keypadId}`]),
    ...(codeId === undefined ? [] : [`code ${String(codeId)}`]),
  ];
  const head = `${String(number)}. ${kind}${retryable ? ' (a later run may clear it)' : ''}`;
  return [facts.length === 0 ? head : `${head}: ${facts.join(', ')}`, `   ${reportedMessage(problem, hide)}`];
}

/** A problem's sentence without names: units by their numbers, since the names of former units are not known here. */
export function reportedMessage(problem: Problem, hide: Hide): string {
  const { kind, text } = problem;
  // The recorded sentence contains the unit's name.
  if (kind === 'overlap' && isRecorded(text)) return 'The codes of two bookings of this unit work at the same time for a while.';
  const { unit: _name, ...parameters } = text.parameters;
  return hide(englishSentence({ ...problem, text: { ...text, parameters } }));
}

/** Whole words, and longer names first, so that no part of a name remains. Names of one letter stay: removing them would garble the text. */
export function hiding(names: readonly string[]): Hide {
  const wanted = [...new Set(names.map((name) => name.trim()))].filter((name) => name.length > 1);
  if (wanted.length === 0) return (text) => text;
  wanted.sort((one, other) => other.length - one.length);
  const either = wanted.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replaceAll(pattern, '(name)');
}

/** Of units, doors and guests, as far as the app knows. */
export function privateNames({ names, stays }: Pick<AppSnapshot, 'names' | 'stays'>): readonly string[] {
  return [
    ...names.units.map(({ name }) => name),
    ...stays.flatMap(({ stay }) => [stay.unitName, stay.booking.guestName]),
    ...names.doors.flatMap(({ lockName, keypadName }) => [lockName, keypadName]),
  ];
}

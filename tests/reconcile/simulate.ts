/** Carries out a plan on a world's codes as the engine does: writes first, then the deletes whose conditions are met. Pure. */
import { claimOf } from '../../shared/domain/ids.ts';
import type { CodeId } from '../../shared/domain/ids.ts';
import { codeId } from '../support/ids.ts';
import type { CodeRecord } from '../../shared/domain/code.ts';
import { holdOf } from '../../shared/domain/plan.ts';
import type { Plan, PlannedOperation } from '../../shared/domain/plan.ts';
import type { TrueCode } from './world.ts';

/** One request to the cloud. A move is two: the create, and at the end the delete of the old code. */
export interface Step {
  readonly operation: PlannedOperation;
  readonly act: 'create' | 'update' | 'delete';
  /** Keys of the operations that must be done before. */
  readonly after: readonly string[];
}

export interface Progress {
  readonly codes: readonly TrueCode[];
  /** Keys of the operations that are done. */
  readonly done: ReadonlySet<string>;
}

/** `lost`: the request failed before it had an effect. */
export type Fate = 'done' | 'lost';

export function stepsOf(plan: Plan): readonly Step[] {
  const writes: Step[] = [];
  const deletes: Step[] = [];
  for (const operation of plan.operations) {
    if (holdOf(operation) !== null) continue;
    if (operation.kind === 'delete') {
      deletes.push({ operation, act: 'delete', after: operation.after });
    } else if (operation.kind === 'move') {
      writes.push({ operation, act: 'create', after: [] });
      const siblings = plan.operations.filter(
        (other) => claimOf(other) === claimOf(operation) && other.kind !== 'delete' && holdOf(other) === null,
      );
      deletes.push({ operation, act: 'delete', after: siblings.map((other) => other.key) });
    } else {
      writes.push({ operation, act: operation.kind === 'create' ? 'create' : 'update', after: [] });
    }
  }
  const isFirst = ({ operation }: Step): boolean => operation.goesFirst === true;
  const all = [...writes, ...deletes];
  return [...all.filter(isFirst), ...all.filter((step) => !isFirst(step))];
}

export function applyStep(progress: Progress, step: Step, fate: Fate): Progress {
  if (fate === 'lost' || step.after.some((key) => !progress.done.has(key))) return progress;
  const { operation } = step;
  const codes = change(progress.codes, step);
  return codes === null ? progress : { codes, done: new Set([...progress.done, operation.key]) };
}

function change(codes: readonly TrueCode[], { operation, act }: Step): readonly TrueCode[] | null {
  if (act === 'delete') {
    const target = operation.kind === 'move' ? operation.from.codeId : operation.kind === 'delete' ? operation.codeId : null;
    return codes.filter((code) => code.id !== target);
  }
  if (operation.kind === 'delete') throw new Error('A delete has no record.');
  if (operation.kind === 'create' || operation.kind === 'move') {
    const fresh = {
      lockId: operation.lockId,
      keypadId: operation.keypadId,
      pinMayLackZeros: false,
      hasSchedule: false,
      ...ofRecord(operation.record),
    };
    return [...codes, { ...fresh, id: nextId(codes) }];
  }
  if (!codes.some((code) => code.id === operation.codeId)) return null;
  return codes.map((code) => (code.id === operation.codeId ? { ...code, ...ofRecord(operation.record) } : code));
}

function ofRecord(record: CodeRecord) {
  const { name, pin, startDate, startTime, endDate, endTime, active, description, notificationEnabled } = record;
  return { name, pin, startDate, startTime, endDate, endTime, active, description, notificationEnabled };
}

/** Ids are never used again. */
function nextId(codes: readonly TrueCode[]): CodeId {
  return codeId(Math.max(5_000, ...codes.map(({ id }) => id)) + 1);
}

/** Carries out all steps. */
export function applyPlan(codes: readonly TrueCode[], plan: Plan): readonly TrueCode[] {
  return applySteps(codes, stepsOf(plan)).codes;
}

export function applySteps(codes: readonly TrueCode[], steps: readonly Step[], fateOf: (index: number) => Fate = () => 'done'): Progress {
  return steps.reduce<Progress>((progress, step, index) => applyStep(progress, step, fateOf(index)), { codes, done: new Set() });
}

/** The steps of two installations at the same time. `turns`: whose step is next (true: the first's). Left-over steps follow. */
export function interleave(
  one: readonly Step[],
  other: readonly Step[],
  turns: readonly boolean[],
): readonly { first: boolean; step: Step }[] {
  const mixed: { first: boolean; step: Step }[] = [];
  const left = [...one];
  const right = [...other];
  for (let index = 0; left.length > 0 || right.length > 0; index += 1) {
    const first = right.length === 0 || (left.length > 0 && (turns[index % Math.max(1, turns.length)] ?? true));
    const step = first ? left.shift() : right.shift();
    if (step !== undefined) mixed.push({ first, step });
  }
  return mixed;
}

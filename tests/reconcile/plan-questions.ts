/** Queries of a plan and its world that several properties share. */
import type { DeleteOperation, Plan } from '../../shared/domain/plan.ts';
import { wallNow, windowOfCode, zoneAt } from './oracle.ts';
import type { TrueCode, World } from './world.ts';

export function codeById(world: World, id: number): TrueCode {
  const code = world.codes.find((candidate) => candidate.id === id);
  if (code === undefined) throw new Error(`The plan names code ${String(id)}, which does not exist.`);
  return code;
}
export function deletesOf(result: Plan): readonly DeleteOperation[] {
  return result.operations.filter((operation) => operation.kind === 'delete');
}
function localNow(world: World, code: TrueCode): string {
  return wallNow(zoneAt(world, code, null), world.nowMs);
}
export function isOver(world: World, code: TrueCode): boolean {
  return windowOfCode(code).end <= localNow(world, code);
}

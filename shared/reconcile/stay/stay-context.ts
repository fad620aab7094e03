/** What planning one stay needs to know of the whole run, and what comes out of it. */
import type { PlanInput, PlannedOperation, StayDoor } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Blocks } from '../hands/blocks.ts';
import type { ChangedCodes } from '../hands/changed-codes.ts';
import type { DeletedCodes } from '../hands/deleted-codes.ts';
import type { Adoptions } from './adopt.ts';
import type { Capacity } from '../refusals/capacity.ts';
import type { Inside } from '../removals/inside.ts';
import type { Observation } from '../observe.ts';
import type { PinRegister } from './pins.ts';
import type { LocalClock } from '../zones.ts';

export interface StayContext {
  readonly input: PlanInput;
  readonly observation: Observation;
  readonly adoptions: Adoptions;
  /** Made when the first PIN is chosen: most runs choose none. */
  readonly register: () => PinRegister;
  readonly inside: Inside;
  readonly capacity: Capacity;
  readonly blocks: Blocks;
  readonly hands: ChangedCodes;
  readonly deleted: DeletedCodes;
  readonly clock: LocalClock;
}
export interface StayResult {
  readonly operations: readonly PlannedOperation[];
  readonly problems: readonly Problem[];
  readonly doors: readonly StayDoor[];
  readonly unchanged: number;
}

/** One PIN on two codes of a keypad: a guest's would go on opening with the other one, whoever made it. */
import type { Code } from '../../domain/code.ts';
import { aboutClaim, placeKey } from '../../domain/ids.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemText } from '../../i18n/problem-text.ts';
import type { Claim } from '../claims.ts';
import type { Observation } from '../observe.ts';
import { possiblePins } from '../stay/pins.ts';
import { codeEnd, codeStart, EVER, isOver, NEVER } from '../windows.ts';
import type { LocalClock } from '../zones.ts';
import { isOff } from './off-codes.ts';

export function sharedPins(observation: Observation, claims: readonly Claim[], clock: LocalClock): readonly Problem[] {
  const works = (code: Code): boolean => !isOff(code) && !isOver(code, clock.nowAt(code, null));
  const first = new Map<string, Code>();
  const shared = new Map<string, Code[]>();
  for (const code of observation.all.filter(works)) {
    for (const pin of possiblePins(code)) {
      const key = `${placeKey(code)}:${pin}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, code);
      else shared.set(key, [...(shared.get(key) ?? [other]), code]);
    }
  }
  if (shared.size === 0) return [];
  const owners = new Map(claims.flatMap((claim) => claim.managed.map((code) => [code, claim] as const)));
  const problems: Problem[] = [];
  for (const alike of shared.values()) {
    for (const code of alike) {
      const claim = owners.get(code);
      const other = alike.find((one) => owners.get(one) !== claim && opensLonger(one, code));
      if (claim?.isDue !== true || other === undefined) continue;
      const { lockId, keypadId, id: codeId } = code;
      const text = problemText('problem.shared-pin', { otherCode: String(other.id) });
      problems.push({ kind: 'shared-pin', text, retryable: false, ...aboutClaim(claim.id), lockId, keypadId, codeId });
    }
  }
  return problems;
}

function opensLonger(one: Code, than: Code): boolean {
  return (codeEnd(one) ?? NEVER) > (codeEnd(than) ?? NEVER) || (codeStart(one) ?? EVER) < (codeStart(than) ?? EVER);
}

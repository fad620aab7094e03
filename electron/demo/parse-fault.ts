/** Parses the faults that the demo command and the demo app are given. Pure. */
import { FAULT_KINDS } from './http/faults.ts';
import type { Fault, FaultKind, SteadyFaults } from './http/faults.ts';
import type { CloudName } from '../../shared/errors.ts';
import { CLOUD_NAMES } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';

export interface FaultChange {
  readonly cloud: CloudName;
  /** For a part of the requests; null ends its fault. */
  readonly faults: Partial<SteadyFaults>;
}

const PARTS = { all: 'all', reads: 'reads', writes: 'writes', 'sign-in': 'signIn' } as const;
const HELP = `Write CLOUD=KIND or CLOUD:PART=KIND. CLOUD is ${CLOUD_NAMES.join(' or ')}; PART is ${Object.keys(PARTS).join(', ')} or list-LOCK; KIND is off or one of ${FAULT_KINDS.join(', ')}. KIND@TEXT sets the Retry-After header of rate-limited and unavailable.`;

/** "smoobu=server-error", "the-keys:writes=drop-after", "the-keys:list-3701=html", "smoobu=unavailable@86400", "smoobu=off". */
export function parseFault(text: string): Result<FaultChange, string> {
  const match = /^(?<cloud>[a-z-]+)(?::(?<part>[a-z0-9-]+))?=(?<kind>[a-z-]+)(?:@(?<retryAfter>.+))?$/.exec(text.trim());
  const { cloud, part = 'all', kind, retryAfter } = match?.groups ?? {};
  const cloudName = CLOUD_NAMES.find((name) => name === cloud);
  const faultKind: FaultKind | 'off' | undefined = kind === 'off' ? 'off' : FAULT_KINDS.find((known) => known === kind);
  if (cloudName === undefined || faultKind === undefined) return err(`“${text}” isn't a fault. ${HELP}`);
  const fault: Fault | null = faultKind === 'off' ? null : { kind: faultKind, ...(retryAfter === undefined ? {} : { retryAfter }) };
  const lock = /^list-(\d+)$/.exec(part)?.[1];
  if (lock !== undefined) return ok({ cloud: cloudName, faults: { lists: fault === null ? {} : { [Number(lock)]: fault } } });
  const field = Object.entries(PARTS).find(([word]) => word === part)?.[1];
  return field === undefined ? err(`“${text}” isn't a fault. ${HELP}`) : ok({ cloud: cloudName, faults: { [field]: fault } });
}

/** All of them, or what is wrong with the first that is not one. */
export function parseFaults(texts: readonly string[]): Result<readonly FaultChange[], string> {
  const faults: FaultChange[] = [];
  for (const text of texts) {
    const fault = parseFault(text);
    if (!fault.ok) return fault;
    faults.push(fault.value);
  }
  return ok(faults);
}

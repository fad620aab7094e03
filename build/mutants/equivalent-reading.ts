/** The equivalent mutants of what is read and how it is recognised, each with its reason. */
import type { Equivalent } from './equivalent.ts';

export const EQUIVALENT_READING: readonly Equivalent[] = [
  {
    file: 'shared/reconcile/zones.ts',
    line: 'if (now === undefined) {',
    replacement: 'true',
    because: 'Only saves time: the same zone has the same time again.',
  },
  {
    file: 'shared/reconcile/zones.ts',
    line: 'nowByZone.set(zone, now);',
    replacement: ';',
    because: 'Only saves time: the same zone has the same time again.',
  },
  {
    file: 'shared/reconcile/bookings.ts',
    line: 'if (limit === undefined) {',
    replacement: 'true',
    because: 'Only saves time: the same day has the same limits again.',
  },
  {
    file: 'shared/reconcile/bookings.ts',
    line: 'limits.set(today, limit);',
    replacement: ';',
    because: 'Only saves time: the same day has the same limits again.',
  },
  {
    file: 'shared/reconcile/tag.ts',
    line: 'if (description.length <= length) return description;',
    replacement: 'false',
    because: 'Only saves time: a description that fits is cut to itself, and has its tag.',
  },
  {
    file: 'shared/reconcile/tag.ts',
    line: 'if (description.length <= length) return description;',
    replacement: 'description.length < length',
    because: 'Only saves time: a description that fits is cut to itself, and has its tag.',
  },
  {
    file: 'shared/reconcile/tag.ts',
    line: "const cut = length === 0 ? '' : cutText(description, length);",
    replacement: '"Stryker was here!"',
    because: 'Neither text has a tag.',
  },
  {
    file: 'shared/reconcile/reading/locks-to-read.ts',
    line: "const isAround = (day: Booking['arrival']): boolean => day >= first && day <= last;",
    replacement: 'true',
    because: 'Only saves time: a stay whose days are far away has no time that is near.',
  },
  {
    file: 'shared/reconcile/reading/locks-to-read.ts',
    line: "const isAround = (day: Booking['arrival']): boolean => day >= first && day <= last;",
    replacement: 'day >= first || day <= last',
    because: 'Only saves time: a stay whose days are far away has no time that is near.',
  },
  {
    file: 'shared/reconcile/reading/locks-to-read.ts',
    line: "const isAround = (day: Booking['arrival']): boolean => day >= first && day <= last;",
    replacement: 'day > first',
    because: 'Only saves time: a stay whose days are far away has no time that is near.',
  },
  {
    file: 'shared/reconcile/reading/locks-to-read.ts',
    line: "const isAround = (day: Booking['arrival']): boolean => day >= first && day <= last;",
    replacement: 'day < last',
    because: 'Only saves time: a stay whose days are far away has no time that is near.',
  },
  {
    file: 'shared/reconcile/reading/locks-to-read.ts',
    line: "if (unit === undefined || booking.state !== 'live' || !(isAround(booking.arrival) || isAround(booking.departure))) return [];",
    replacement: 'false',
    because: 'Only saves time: a stay whose days are far away has no time that is near.',
  },
  {
    file: 'shared/reconcile/reading/locks-to-read.ts',
    line: "if (unit === undefined || booking.state !== 'live' || !(isAround(booking.arrival) || isAround(booking.departure))) return [];",
    replacement: 'true',
    because: 'Only saves time: a stay whose days are far away has no time that is near.',
  },
  {
    file: 'shared/reconcile/reading/locks-to-read.ts',
    line: "if (unit === undefined || booking.state !== 'live' || !(isAround(booking.arrival) || isAround(booking.departure))) return [];",
    replacement: '["Stryker was here"]',
    because: 'Only a lock of the mapping is read.',
  },
  {
    file: 'shared/reconcile/reading/locks-to-read.ts',
    line: 'limits.set(now, found);',
    replacement: ';',
    because: 'Only saves time: the same moment has the same limits again.',
  },
  {
    file: 'shared/reconcile/reading/locks-to-read.ts',
    line: 'return time !== null && time >= from && time <= to;',
    replacement: 'true',
    because: 'Nothing that is null lies between two times: only the type asks for it.',
  },
  {
    file: 'shared/reconcile/reading/claim-locks.ts',
    line: "if (tag.kind === 'tagged') add(tag.claimId, lockId);",
    replacement: 'true',
    because: 'Only a tag has a claim: only the type asks what it is.',
  },
  {
    file: 'shared/reconcile/reading/locks-concerned.ts',
    line: "if (tag.kind === 'tagged') claims.add(tag.claimId);",
    replacement: 'true',
    because: 'Only a tag has a claim: only the type asks what it is.',
  },
  {
    file: 'shared/reconcile/reading/locks-concerned.ts',
    line: "const [claim = '', ...places] = key.split('@');",
    replacement: '"Stryker was here!"',
    because: 'Every key has a first part: only the type allows that it has none.',
  },
  {
    file: 'shared/reconcile/reading/locks-concerned.ts',
    line: 'const ofAll = [...claims].flatMap((claim) => (claim === undefined ? [] : [...ofClaims.of(claim)]));',
    replacement: 'false',
    because: 'Where there is no claim there are no locks: only the type asks for one.',
  },
  {
    file: 'shared/reconcile/tag.ts',
    line: 'if (present === tag) return tag;',
    replacement: 'false',
    because: 'Only saves time: without its tag nothing is left.',
  },
  {
    file: 'shared/reconcile/reading/locks-concerned.ts',
    line: 'const codes = new Map([...lists.values()].flatMap((list) => (list ?? []).map((code) => [String(code.id), code] as const)));',
    replacement: '["Stryker was here"]',
    because: 'No key is that of a code without an id.',
  },
  {
    file: 'shared/reconcile/reading/locks-to-read.ts',
    line: 'if (asked.get(String(booking.id))?.isLetIn === false) return unit?.doors.map(({ lockId }) => lockId) ?? [];',
    replacement: '["Stryker was here"]',
    because: 'Only a lock of the mapping is read.',
  },
];

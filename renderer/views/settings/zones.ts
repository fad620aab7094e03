/** The time zones a user can choose. */

export const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone');

/** `inForce` stays good: it may be an older name that is not listed any more. */
export function isKnownZone(zone: string, inForce: string): boolean {
  return zone === inForce || zone === 'UTC' || ZONES.includes(zone);
}

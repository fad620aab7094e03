/** The closed list behind external-links.ts. Whole addresses: no prefix, no host alone, so that nothing can be appended. */

export const EXTERNAL_ADDRESSES = [
  // Where users create the key that Latchkey asks for, and look bookings up (cloud-facts S1).
  'https://login.smoobu.com/',
] as const;

/** The address from the list that this is, null when it is none. */
export function externalLink(url: string): string | null {
  return EXTERNAL_ADDRESSES.find((address) => address === url) ?? null;
}

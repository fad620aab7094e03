/** The closed list behind external-links.ts. Whole addresses: no prefix, no host alone, so that nothing can be appended. */

export const EXTERNAL_ADDRESSES = [
  // Where the host makes the key that we ask for, and looks bookings up (fact sheet, "Endpoints", confidence H).
  'https://login.smoobu.com/',
] as const;

/** The address from the list that this is, null when it is none. */
export function externalLink(url: string): string | null {
  return EXTERNAL_ADDRESSES.find((address) => address === url) ?? null;
}

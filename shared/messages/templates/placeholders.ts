/** What a template may name in braces. */

export const PLACEHOLDERS = [
  'guest',
  'unit',
  'pin',
  'doors',
  'from',
  'until',
  'address',
  'host',
  /** What changed, in the guest's language. Only in corrections. */
  'change',
  'reference',
] as const;
export type PlaceholderName = (typeof PLACEHOLDERS)[number];

/** null: not to be had for this stay. */
export type PlaceholderValues = Readonly<Record<PlaceholderName, string | null>>;

export function isPlaceholder(name: string): name is PlaceholderName {
  return PLACEHOLDERS.some((one) => one === name);
}

export function placeholdersIn(template: string): ReadonlySet<PlaceholderName> {
  return new Set([...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).filter(isPlaceholder));
}

/** A template with its values filled in. */
import { isPlaceholder, placeholdersIn } from './placeholders.ts';
import type { PlaceholderValues } from './placeholders.ts';

/**
 * Each value once, so that braces in a guest's name are only braces. What belongs to an empty value goes with it: the comma and the space
 * before it, or the whole line where nothing else but a label is left. The reference comes last where the template does not name it.
 */
export function renderText(template: string, values: PlaceholderValues): string {
  const lines = template
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .flatMap((line) => renderLine(line, values));
  if (!placeholdersIn(template).has('reference')) lines.push('', `Ref. ${values.reference ?? ''}`);
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function renderLine(line: string, values: PlaceholderValues): readonly string[] {
  const valueOf = (name: string): string | null => (isPlaceholder(name) ? (values[name] ?? '') : null);
  const filled = line.replaceAll(/(,?[ \t]*)\{(\w+)\}/g, (all, before: string, name: string) => {
    const value = valueOf(name);
    if (value === null) return all;
    return value === '' ? '' : `${before}${value}`;
  });
  const found = [...line.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => valueOf(name));
  if (!found.includes('')) return [filled.trimEnd()];
  const rest = filled.replace(/^[\s,;:–-]+/u, '').trimEnd();
  const isOnlyLabel = !/[\p{L}\p{N}]/u.test(rest) || /:[.!]?$/.test(rest);
  return isOnlyLabel && found.every((value) => value === '' || value === null) ? [] : [rest];
}

/** The figures of docs/design.md are those of the colours in use, and good enough to read by; no style has a colour of its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everything, page, ROOT } from './pages.ts';

const STYLES = join(ROOT, 'renderer/styles');
const tokens = readFileSync(join(STYLES, 'tokens.css'), 'utf8');
const colours = new Map(
  [...(tokens.split('@media')[0] ?? '').matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name,
    [light ?? '', dark ?? ''] as const,
  ]),
);
const figures = page('docs/design.md').rows.filter(([text = '', on = '']) => colours.has(text) && colours.has(on));

/** As WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.039_28 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const sources = everything()
  .filter((path) => /^renderer\/.*\.tsx?$/.test(path))
  .map((path) => readFileSync(join(ROOT, path), 'utf8'))
  .join('\n');

describe('the design', () => {
  it('has the contrast that it says', () => {
    expect(figures.length).toBeGreaterThan(15);
    const measured = figures.map(([text = '', on = '']) => {
      const [front, back] = [colours.get(text), colours.get(on)];
      return [text, on, ...[0, 1].map((look) => contrast(front?.[look] ?? '', back?.[look] ?? '').toFixed(1))];
    });
    expect(figures).toEqual(measured);
  });
  it.each(figures.map(([text = '', on = '', light = '', dark = '']) => [text, on, Math.min(Number(light), Number(dark))] as const))(
    '%s on %s can be read',
    (text, _on, least) => {
      expect(least).toBeGreaterThanOrEqual(text === 'strong-line' ? 3 : 4.5);
    },
  );
  it.each(readdirSync(STYLES).filter((file) => file !== 'tokens.css'))('%s takes its colours and sizes of type from the tokens', (file) => {
    const style = readFileSync(join(STYLES, file), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
    expect(style.match(/#[\da-f]{3,8}\b|\brgba?\([^)]*\)/gi) ?? []).toEqual([]);
    const sizes = [...style.matchAll(/font-size: ([^;]+);/g)].map(([, size]) => size ?? '');
    expect(sizes.filter((size) => !size.startsWith('var(--text'))).toEqual([]);
  });
  it.each(readdirSync(STYLES))('%s styles nothing that no page has', (file) => {
    const style = readFileSync(join(STYLES, file), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
    const selectors = style.replaceAll(/\{[^{}]*\}/g, '{}');
    const classes = new Set([...selectors.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name ?? ''));
    // A class may be put together from a word and a value: "tone-" and "urgent".
    const begins = [...sources.matchAll(/class(?:=|: )[^>\n]*?[`\s]([a-z][\w-]*-)\$\{/g)].map(([, start]) => start ?? '');
    const isUsed = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(sources) || begins.some((start) => name.startsWith(start));
    expect([...classes].filter((name) => !isUsed(name))).toEqual([]);
  });
});

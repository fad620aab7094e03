/** Width and colours of the current terminal, passed to the renderers, which are pure. */
import { styleText } from 'node:util';

export type Tone = 'good' | 'warn' | 'bad' | 'quiet' | 'strong';

export interface Style {
  /** The most columns to fill. */
  readonly width: number;
  paint(tone: Tone, text: string): string;
}

const FORMATS = { good: 'green', warn: 'yellow', bad: 'red', quiet: 'dim', strong: 'bold' } as const;

/** Narrower tables cannot be read, and wider ones are hard to follow. */
const MIN_WIDTH = 60;
const MAX_WIDTH = 120;
const DEFAULT_WIDTH = 100;

/** `columns` is the terminal's width; undefined when there is none. */
export function makeStyle(columns: number | undefined, hasColour: boolean): Style {
  return {
    width: Math.min(Math.max(columns ?? DEFAULT_WIDTH, MIN_WIDTH), MAX_WIDTH),
    // Line by line, so that a table's borders keep their colour. The caller decides about colours, not the stream.
    paint: (tone, text) => (hasColour ? text.replaceAll(/.+/g, (line) => styleText(FORMATS[tone], line, { validateStream: false })) : text),
  };
}

/** Colours on a terminal, unless NO_COLOR is set and not empty (no-color.org), or the terminal is dumb. Unlike Node's own check, also without TERM. */
export function wantsColour(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): boolean {
  return isTerminal && (environment.NO_COLOR ?? '') === '' && environment.TERM !== 'dumb';
}

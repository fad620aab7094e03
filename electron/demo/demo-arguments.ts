/** The arguments that start the app as a demo: `--demo`, `--demo=SIZE` and `--demo-faults=…`. Pure. */
import { parseFault } from './parse-fault.ts';
import type { FaultChange } from './parse-fault.ts';

const DEMO_SIZES = [
  /** 6 units, about 25 bookings; one held delete and one stay that needs the user. */
  'usual',
  /** 120 units, 2,000 bookings. */
  'large',
  /** Units and locks, but no bookings. */
  'empty',
  /** The clouds of `usual`, and an app that is not set up yet. */
  'first-steps',
] as const;
export type DemoSize = (typeof DEMO_SIZES)[number];

export interface DemoOptions {
  readonly size: DemoSize;
  readonly faults: readonly FaultChange[];
  /** Arguments that were not understood, for the log. */
  readonly mistakes: readonly string[];
}

/** Left out when the app is to start again without the demo. */
export function isDemoArgument(argument: string): boolean {
  return argument === '--demo' || argument.startsWith('--demo=') || argument.startsWith('--demo-');
}

/**
 * null: not a demo. A misspelled demo argument still starts one: a user who asks for a demo must not write to real doors.
 * Faults are written as for the demo command, separated by commas.
 */
export function readDemoArguments(argv: readonly string[]): DemoOptions | null {
  const words = argv.filter(isDemoArgument);
  if (words.length === 0) return null;
  const sizes = valuesOf(words, '--demo').filter((value) => value !== '');
  const size = DEMO_SIZES.find((known) => known === sizes.at(-1));
  const faults = valuesOf(words, '--demo-faults')
    .flatMap((value) => value.split(','))
    .filter((text) => text.trim() !== '')
    .map(parseFault);
  return {
    size: size ?? 'usual',
    faults: faults.flatMap((fault) => (fault.ok ? [fault.value] : [])),
    mistakes: [
      ...sizes.filter((value) => !isSize(value)).map((value) => `“${value}” isn't a demo size: ${DEMO_SIZES.join(', ')}`),
      ...words.filter((word) => !KNOWN.test(word)).map((word) => `“${word}” is not understood`),
      ...faults.flatMap((fault) => (fault.ok ? [] : [fault.error])),
    ],
  };
}
const KNOWN = /^--demo(-faults)?(=|$)/;

function isSize(text: string): boolean {
  return DEMO_SIZES.some((size) => size === text);
}

function valuesOf(words: readonly string[], name: string): readonly string[] {
  return words.flatMap((word) => (word.startsWith(`${name}=`) ? [word.slice(name.length + 1)] : []));
}

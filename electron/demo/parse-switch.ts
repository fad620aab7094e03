/** How the demo clouds behave, as typed: "the-keys:missingDigits=0", "the-keys:pastStarts=refuse". Pure. */
import { CLOUD_NAMES, type CloudName } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { choicesOf } from './choice.ts';
import { SMOOBU_SWITCHES } from './smoobu/switches.ts';
import { THE_KEYS_SWITCHES } from './the-keys/switches.ts';

export interface SwitchChange {
  readonly cloud: CloudName;
  readonly name: string;
  readonly value: string | number | boolean | null;
}

const SWITCHES: Readonly<Record<CloudName, Readonly<Record<string, unknown>>>> = {
  smoobu: SMOOBU_SWITCHES,
  'the-keys': THE_KEYS_SWITCHES,
};

/** The switches of a cloud that can be typed, in alphabetical order. */
export function switchNames(cloud: CloudName): readonly string[] {
  return Object.entries(SWITCHES[cloud])
    .flatMap(([name, of]) => (typeof of !== 'object' || of === null || choicesOf(of) !== null ? [name] : []))
    .sort();
}

export function parseSwitch(text: string): Result<SwitchChange, string> {
  const { cloud, name = '', value = '' } = /^(?<cloud>[a-z-]+):(?<name>[A-Za-z]+)=(?<value>.*)$/.exec(text.trim())?.groups ?? {};
  const cloudName = CLOUD_NAMES.find((known) => known === cloud);
  if (cloudName === undefined || !switchNames(cloudName).includes(name))
    return err(`“${text}” isn't a switch. Write CLOUD:NAME=VALUE; the names are in --help.`);
  const standard = SWITCHES[cloudName][name];
  const choices = choicesOf(standard);
  if (choices !== null && !choices.includes(value)) return err(`“${text}” isn't a switch: ${name} is one of ${choices.join(', ')}.`);
  const read = choices !== null || typeof standard === 'string' ? value : readValue(value);
  if (typeof standard === 'boolean' && typeof read !== 'boolean') return err(`“${text}” isn't a switch: ${name} is true or false.`);
  if (typeof standard === 'number' && typeof read === 'string') return err(`“${text}” isn't a switch: ${name} is a number.`);
  return ok({ cloud: cloudName, name, value: read });
}

function readValue(text: string): string | number | boolean | null {
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null') return null;
  return /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}

/** Credentials as they are typed or piped in. Mistakes are told without quoting anything. */
import * as z from 'zod';
import type { StoredCredentials } from '../app/accounts/credentials.ts';
import { CLOUD_TITLES } from '../../shared/errors.ts';
import type { CloudName } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { Secret } from '../../shared/secret.ts';
import type { Terminal } from './terminal.ts';

const MAX_CHARACTERS = 500;

export async function askCredentials(terminal: Terminal, cloud: CloudName): Promise<Result<StoredCredentials, string>> {
  const first =
    cloud === 'smoobu'
      ? await terminal.askWithoutEcho('Smoobu API key')
      : await terminal.ask('The Keys phone number, such as +33612345678');
  if (first === null) return err('Nothing was stored.');
  const second = await terminal.askWithoutEcho(cloud === 'smoobu' ? 'Smoobu API secret' : 'The Keys password');
  return second === null ? err('Nothing was stored.') : build(cloud, first, second);
}

/** Two lines (key and secret, or phone number and password), or one JSON object with apiKey and apiSecret, or username and password. */
export function readPipedCredentials(cloud: CloudName, text: string): Result<StoredCredentials, string> {
  if (text.trimStart().startsWith('{')) return readJson(cloud, text);
  const lines = text
    .replace(/^\u{feff}/u, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const [first, second] = lines;
  if (lines.length === 2 && first !== undefined && second !== undefined) return build(cloud, first, second);
  return err(`Standard input must hold two lines: ${partsOf(cloud)}.`);
}

const smoobuSchema = z.strictObject({ apiKey: z.string(), apiSecret: z.string() });
const theKeysSchema = z.strictObject({ username: z.string(), password: z.string() });

function readJson(cloud: CloudName, text: string): Result<StoredCredentials, string> {
  if (cloud === 'smoobu') {
    const read = smoobuSchema.safeParse(parseJson(text));
    if (read.success) return build(cloud, read.data.apiKey, read.data.apiSecret);
    return err('The JSON must be an object with the texts apiKey and apiSecret.');
  }
  const read = theKeysSchema.safeParse(parseJson(text));
  if (read.success) return build(cloud, read.data.username, read.data.password);
  return err('The JSON must be an object with the texts username and password.');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** White space around keys is a slip of copying; a password may well begin or end with a space. */
function build(cloud: CloudName, first: string, second: string): Result<StoredCredentials, string> {
  if (first.trim() === '' || second.trim() === '') return err(`${CLOUD_TITLES[cloud]} needs both: ${partsOf(cloud)}.`);
  if (first.length > MAX_CHARACTERS || second.length > MAX_CHARACTERS) return err('That is too long to be right.');
  if (cloud === 'smoobu') {
    return ok({ cloud, credentials: { apiKey: new Secret(first.trim()), apiSecret: new Secret(second.trim()) } });
  }
  return ok({ cloud, credentials: { username: first.trim(), password: new Secret(second) } });
}

function partsOf(cloud: CloudName): string {
  return cloud === 'smoobu' ? 'the API key and its secret' : 'the phone number and the password';
}

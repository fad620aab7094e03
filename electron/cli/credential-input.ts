/** Credentials as they are typed or piped in. Errors quote nothing of them. */
import * as z from 'zod';
import type { StoredCredentials } from '../app/accounts/credentials.ts';
import { CLOUD_TITLES } from '../../shared/errors.ts';
import type { CloudName } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { Secret } from '../../shared/secret.ts';
import type { Terminal } from './terminal.ts';

const MAX_CHARACTERS = 500;

/** The two parts of a cloud's credentials, as a JSON object and in words. */
const PARTS = {
  smoobu: {
    schema: z
      .strictObject({ apiKey: z.string(), apiSecret: z.string() })
      .transform(({ apiKey, apiSecret }) => [apiKey, apiSecret] as const),
    names: 'apiKey and apiSecret',
    described: 'the API key and its secret',
  },
  'the-keys': {
    schema: z
      .strictObject({ username: z.string(), password: z.string() })
      .transform(({ username, password }) => [username, password] as const),
    names: 'username and password',
    described: 'the phone number and the password',
  },
} as const;

export async function askCredentials(terminal: Terminal, cloud: CloudName): Promise<Result<StoredCredentials, string>> {
  const first =
    cloud === 'smoobu'
      ? await terminal.askWithoutEcho('Smoobu API key')
      : await terminal.ask('The Keys phone number, such as +33612345678');
  if (first === null) return err('Nothing was stored.');
  const second = await terminal.askWithoutEcho(cloud === 'smoobu' ? 'Smoobu API secret' : 'The Keys password');
  return second === null ? err('Nothing was stored.') : toCredentials(cloud, first, second);
}

/** Two lines (key and secret, or phone number and password), or one JSON object with apiKey and apiSecret, or username and password. */
export function readPipedCredentials(cloud: CloudName, text: string): Result<StoredCredentials, string> {
  const { schema, names, described } = PARTS[cloud];
  if (text.trimStart().startsWith('{')) {
    const read = schema.safeParse(parseJson(text));
    return read.success ? toCredentials(cloud, ...read.data) : err(`The JSON must be an object with the texts ${names}.`);
  }
  const lines = text
    .replace(/^\u{feff}/u, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const [first, second] = lines;
  if (lines.length === 2 && first !== undefined && second !== undefined) return toCredentials(cloud, first, second);
  return err(`Standard input must contain two lines: ${described}.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** White space around a key comes from copying; a password may well begin or end with a space. */
function toCredentials(cloud: CloudName, first: string, second: string): Result<StoredCredentials, string> {
  if (first.trim() === '' || second.trim() === '') return err(`${CLOUD_TITLES[cloud]} needs both ${PARTS[cloud].described}.`);
  if (first.length > MAX_CHARACTERS || second.length > MAX_CHARACTERS) return err('That is too long.');
  if (cloud === 'smoobu') {
    return ok({ cloud, credentials: { apiKey: new Secret(first.trim()), apiSecret: new Secret(second.trim()) } });
  }
  return ok({ cloud, credentials: { username: first.trim(), password: new Secret(second) } });
}

/** `npm run demo -- --serve`: both demo clouds on fixed ports, how to reach them, and what is typed while they run. */
import { once } from 'node:events';
import { openDemoWorld } from '../../compose/demo-world.ts';
import type { DemoWorld } from '../../compose/demo-world.ts';
import { prepareClouds } from './demo-options.ts';
import type { DemoCommandOptions } from './demo-options.ts';
import { answerTo, TYPED } from './typed.ts';

/** Known to everybody: for guests who are invented. */
const DEMO_PIN_KEY = Buffer.from('a key for guests who are made up').toString('base64');
/** Fixed, so that a printed environment is still right after a restart. */
const SMOOBU_PORT = 47_610;
const THE_KEYS_PORT = 47_611;

export interface ServeOptions extends DemoCommandOptions {
  /** Typed while the clouds are running. */
  readonly lines: AsyncIterable<string>;
  readonly signal: AbortSignal;
}

/** Runs until the signal. */
export async function serve(options: ServeOptions): Promise<number> {
  const { print, signal } = options;
  let world: DemoWorld;
  try {
    world = await openDemoWorld({ ...options, smoobuPort: SMOOBU_PORT, theKeysPort: THE_KEYS_PORT });
  } catch {
    print(`Port ${String(SMOOBU_PORT)} or ${String(THE_KEYS_PORT)} of this computer is in use. Is another demo running?`);
    return 1;
  }
  try {
    prepareClouds(world, options);
    print(describeAccess(world));
    // The end of the input is not a reason to stop: there may be none.
    const stopped = once(signal, 'abort');
    await Promise.race([stopped, answerTyped(world, options).then(() => stopped)]);
    return 0;
  } finally {
    await world.close();
  }
}

async function answerTyped({ clouds }: DemoWorld, { lines, print }: ServeOptions): Promise<void> {
  for await (const line of lines) if (line.trim() !== '') print(answerTo(line.trim(), clouds));
}

function describeAccess(world: DemoWorld): string {
  const { smoobu, theKeys } = world.clouds;
  return `Both demo clouds are running. To use them, with a folder and a PIN key of their own:

export LATCHKEY_HOME="$(mktemp -d)"
export LATCHKEY_PIN_KEY=${DEMO_PIN_KEY}
export LATCHKEY_SMOOBU_URL=${smoobu.url}
export LATCHKEY_THEKEYS_URL=${theKeys.url}
export LATCHKEY_SMOOBU_API_KEY=${smoobu.credentials.apiKey}
export LATCHKEY_SMOOBU_API_SECRET=${smoobu.credentials.apiSecret}
export LATCHKEY_THEKEYS_USERNAME=${theKeys.credentials.username}
export LATCHKEY_THEKEYS_PASSWORD='${theKeys.credentials.password}'

A configuration file with the demo's doors. It is for \`latchkey sync --config FILE\` as it is. For \`latchkey import FILE\`, leave out the first
two lines: with them, the demo's credentials would replace yours in the keychain.

${configFile(world)}

${TYPED}

Ctrl-C stops.`;
}

/** In the older tool's form; the credentials of the demo are no secret. */
function configFile({ clouds, settings }: DemoWorld): string {
  const { smoobu, theKeys } = clouds;
  const doors = [...new Map(settings.mapping.units.flatMap((unit) => unit.doors).map((door) => [door.lockId, door])).values()];
  return [
    `thekeys: { username: "${theKeys.credentials.username}", password: "${theKeys.credentials.password}" }`,
    `smoobu: { api_key: "${smoobu.credentials.apiKey}", api_secret: "${smoobu.credentials.apiSecret}" }`,
    'apartment_locks:',
    ...settings.mapping.units.map((unit) => `  "${String(unit.unitId)}": [${unit.doors.map((door) => String(door.lockId)).join(', ')}]`),
    'lock_accessoires:',
    ...doors.map((door) => `  ${String(door.lockId)}: "${door.keypadId}"`),
    'digicode_prefixes:',
    ...doors.filter((door) => door.prefix !== '').map((door) => `  ${String(door.lockId)}: "${door.prefix}"`),
  ].join('\n');
}

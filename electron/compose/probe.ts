/** Clients for the probe of an account: like those of a run, but their answers are recorded. */
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { CloudAccess } from '../app/accounts/cloud-access.ts';
import type { Backend } from '../cli/backend.ts';
import { recorded, seenOf } from '../clouds/http/recorder.ts';
import type { Recorder } from '../clouds/http/recorder.ts';
import type { HttpTransport } from '../clouds/http/types.ts';
import { storageFailureOf } from '../storage/disk-failures.ts';
import { replaceFile } from '../storage/private-files.ts';
import { openProbeFile } from '../storage/probe-file.ts';
import type { CloudName } from '../../shared/errors.ts';
import type { Seen } from '../../shared/probe/seen.ts';
import { ok } from '../../shared/result.ts';
import { createAccounts } from './accounts.ts';
import type { CloudWorld } from './clouds.ts';
import type { Stores } from './stores.ts';

interface ProbeWorld {
  readonly stores: Pick<Stores, 'settings' | 'secrets' | 'given' | 'addresses'>;
  readonly world: CloudWorld;
  readonly access: CloudAccess;
  readonly onSecret: (text: string) => void;
  readonly homeFolder: string;
}

const REPORT_NAME = 'account-facts.md';
const TOKEN_TIMEOUT_MS = 20_000;

export function createProbeBackend({ stores, world, access, onSecret, homeFolder }: ProbeWorld): Backend['probe'] {
  return {
    marks: openProbeFile({ file: join(homeFolder, 'probe.json'), nowMs: () => world.clock.nowMs() }),
    async open() {
      const recorders = new Map<CloudName, Recorder>();
      let plain: HttpTransport | null = null;
      const through = (cloud: CloudName, transport: HttpTransport): HttpTransport => {
        const inner = world.through?.(cloud, transport) ?? transport;
        if (cloud === 'the-keys') plain = inner;
        const recorder = recorded(inner);
        recorders.set(cloud, recorder);
        return recorder.transport;
      };
      const accounts = createAccounts(stores, { ...world, through }, access, onSecret);
      access.begin('use');
      const locks = await accounts.lockCloud();
      if (!locks.ok) {
        await accounts.close();
        return locks;
      }
      const bookings = await accounts.bookingCloud();
      return ok({
        locks: locks.value,
        bookings: bookings.ok ? bookings.value : null,
        answers: {
          taken: (cloud, method, path) => recorders.get(cloud)?.taken(method, path) ?? [],
          withoutToken: async (lockId, how) => (plain === null ? null : askWithoutToken(plain, lockId, how)),
        },
        random: (limit) => randomInt(limit),
        close: () => accounts.close(),
      });
    },
    saveReport(text) {
      const file = join(homeFolder, REPORT_NAME);
      try {
        replaceFile(file, text);
      } catch (error) {
        throw storageFailureOf(error) ?? error;
      }
      return file;
    },
  };
}

/** A read that is refused before anything is looked up (cloud-facts K5). */
async function askWithoutToken(transport: HttpTransport, lockId: number, how: 'invented' | 'missing'): Promise<Seen | null> {
  const outcome = await transport.exchange({
    method: 'GET',
    target: `/fr/api/v2/serrure/get/${String(lockId)}?_format=json`,
    headers: { accept: 'application/json', ...(how === 'invented' ? { authorization: 'Bearer latchkey-probe' } : {}) },
    timeoutMs: TOKEN_TIMEOUT_MS,
  });
  return seenOf(outcome);
}

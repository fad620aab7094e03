/** Builds the program behind the command line: stores in the home folder, clients for both clouds, and the engine over them. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { LastLists } from '../app/doors/last-lists.ts';
import { crashedRun } from '../app/run/crashed-run.ts';
import { runOnce } from '../app/run/engine.ts';
import { lookOnce } from '../app/run/look/read-only.ts';
import type { Backend, OpenBackend, OpenOptions, SyncRefusal } from '../cli/backend.ts';
import { createAccess, createAccounts, newPinKey } from './accounts.ts';
import { runDependencies } from './run.ts';
import { createProbeBackend } from './probe.ts';
import { createWatchdog } from './watchdog.ts';
import { fileStores } from './stores.ts';
import { LOG_FILE_NAME, LogFile } from '../logging/log-file.ts';
import { createScheduler } from '../scheduling/scheduler.ts';
import { startDeadline } from '../scheduling/deadline.ts';
import { createSystemClock } from '../scheduling/system-clock.ts';
import { makePrivateFolder } from '../storage/private-files.ts';
import type { RunReport, RunTrigger } from '../../shared/domain/run.ts';
import type { Wishes } from '../../shared/domain/wishes.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';

export const openBackend: OpenBackend = async (options) => {
  try {
    return ok(createBackend(options));
  } catch (error) {
    return err({ kind: 'home-unusable', message: `The folder ${options.homeFolder} cannot be used${codeOf(error)}.` });
  }
};

function createBackend(options: OpenOptions): Backend {
  const { homeFolder, version, mirrorLog } = options;
  const clock = createSystemClock();
  const logFolder = join(homeFolder, 'logs');
  makePrivateFolder(homeFolder);
  const logOptions = mirrorLog === null ? ({ level: 'info' } as const) : ({ level: 'debug', mirror: mirrorLog } as const);
  const log = new LogFile({ folder: logFolder, clock, ...logOptions });
  const stores = fileStores({ ...options, log }, clock);
  const { settings, history } = stores;
  const access = createAccess(stores, { clock, log });
  const lists = new LastLists(clock);
  const accounts = createAccounts(stores, { clock, log, version }, access, (text) => log.addSecret(text), lists);
  const watchdog = createWatchdog(stores, { clock, log, version }, (text) => log.addSecret(text));
  const dependencies = (wishes: Wishes | undefined, reason: RunTrigger | null) => {
    const wished = wishes === undefined ? stores : { ...stores, wishes: { read: () => wishes } };
    return runDependencies({ accounts, access, stores: wished, clock, log, startDeadline, lists }, reason);
  };
  return {
    ...stores,
    clock,
    log,
    logFile: join(logFolder, LOG_FILE_NAME),
    scheduler: createScheduler(log),
    newPinKey,
    watchdog,
    probe: createProbeBackend({ stores, world: { clock, log, version }, access, onSecret: (text) => log.addSecret(text), homeFolder }),
    bookingCloud: () => {
      access.begin('use');
      return accounts.bookingCloud();
    },
    lockCloud: () => {
      access.begin('use');
      return accounts.lockCloud();
    },
    pinVault: () => accounts.pinVault(),
    credentialSources: () => accounts.sources(),
    newRunId: () => randomUUID(),
    async look({ settingsOverride, wishes, ...request }) {
      const ready = await dependencies(wishes, null);
      return ready.ok
        ? ok(await lookOnce(ready.value, { trigger: 'act', settings: settingsOverride ?? settings.read(), ...request }))
        : ready;
    },
    async sync({ dryRun, settingsOverride, wishes, ...request }) {
      const mode = dryRun ? 'dry-run' : 'live';
      const run = async (): Promise<Result<RunReport, SyncRefusal>> => {
        const ready = await dependencies(wishes, request.trigger);
        return ready.ok ? runOnce(ready.value, { mode, settings: settingsOverride ?? settings.read(), ...request }) : ready;
      };
      const end = await run().catch((error: unknown) => ok(crashedRun({ history, clock, log }, { mode, trigger: request.trigger }, error)));
      watchdog.afterSync({ mode, trigger: request.trigger }, end);
      await accounts.closeRetired();
      return end;
    },
    async close() {
      await Promise.all([watchdog.close(), accounts.close()]);
      history.close();
      await log.close();
    },
  };
}

/** The system's short code says enough and contains no data. */
function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? ` (${code})` : '';
}

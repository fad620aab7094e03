import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { shutDown } from './shut-down.ts';
import type { ShutDownPorts } from './shut-down.ts';

function steps(changes: Partial<ShutDownPorts> = {}, update: { restart: boolean; works: boolean } | null = null) {
  const done: string[] = [];
  const step = (name: string) => async () => void done.push(name);
  const ports: ShutDownPorts = {
    clock: { sleep: step('gave up') },
    log: { log: (_level, message) => void done.push(message) },
    updates: {
      stop: () => void done.push('updates'),
      atShutdown: () =>
        update && {
          restart: update.restart,
          install: async () => {
            done.push('install');
            return update.works ? ok(null) : err('installer');
          },
        },
    },
    history: { close: () => void done.push('history') },
    closeScreen: () => void done.push('screen'),
    closeConnections: step('connections'),
    closeFiles: step('files'),
    relaunch: ({ isDemo }) => void done.push(isDemo ? 'relaunch as demo' : 'relaunch'),
    exit: () => void done.push('exit'),
    ...changes,
  };
  return shutDown(ports).then(() => done.filter((what) => what !== 'gave up'));
}

describe('shutDown', () => {
  it('closes everything in order, the history after what may still write to it', async () => {
    expect(await steps()).toEqual(['updates', 'screen', 'connections', 'history', 'files', 'exit']);
  });

  it('installs last, and relaunches only when the user wanted a restart and the installer failed', async () => {
    expect((await steps({}, { restart: true, works: true })).slice(-2)).toEqual(['install', 'exit']);
    expect((await steps({}, { restart: false, works: false })).slice(-2)).toEqual(['install', 'exit']);
    expect((await steps({}, { restart: true, works: false })).slice(-3)).toEqual(['install', 'relaunch', 'exit']);
  });

  it('does not wait for connections and files that hang', async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    expect(await steps({ closeConnections: never, closeFiles: never })).toEqual(['updates', 'screen', 'history', 'exit']);
  });

  it('exits when a step fails', async () => {
    const fails = (): never => {
      throw new Error('a bug');
    };
    expect((await steps({ closeScreen: fails })).slice(-2)).toEqual(['shutdown failed', 'exit']);
  });
});

/** The window's calls about doors: what the accounts hold, the mapping, what it would change, and the word to begin. */
import type { CallHandlers } from '../../shared/ipc/contract.ts';
import { err } from '../../shared/result.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { Desktop } from './desktop.ts';
import type { DesktopPorts } from './desktop-ports.ts';

export type MappingCalls = Pick<
  CallHandlers,
  'accounts.discover' | 'mapping.get' | 'mapping.save' | 'mapping.undo' | 'plan.preview' | 'setup.finish'
>;

export function mappingCalls(_desktop: Desktop, _ports: DesktopPorts, _candidate: () => Settings | null): MappingCalls {
  const none = () => err({ detail: 'unavailable', message: '' });
  return {
    'accounts.discover': none,
    'mapping.get': none,
    'mapping.save': none,
    'mapping.undo': none,
    'plan.preview': none,
    'setup.finish': none,
  };
}

/** The window's calls while a host sets things up: discovery, mapping, previews, imports and backups, the demo. */
import type { CallHandlers } from '../../shared/ipc/contract.ts';
import { err } from '../../shared/result.ts';
import type { Desktop } from './desktop.ts';
import type { DesktopPorts } from './desktop-ports.ts';

type Names =
  | 'accounts.discover'
  | 'mapping.get'
  | 'mapping.save'
  | 'mapping.undo'
  | 'plan.preview'
  | 'setup.finish'
  | 'import.read'
  | 'backup.read'
  | 'backup.save'
  | 'candidate.apply'
  | 'candidate.drop'
  | 'settings.reset'
  | 'demo.start'
  | 'demo.leave';

export function setupCalls(_desktop: Desktop, _ports: DesktopPorts): Pick<CallHandlers, Names> {
  const none = () => err({ detail: 'unavailable', message: '' });
  return {
    'accounts.discover': none,
    'mapping.get': none,
    'mapping.save': none,
    'mapping.undo': none,
    'plan.preview': none,
    'setup.finish': none,
    'import.read': none,
    'backup.read': none,
    'backup.save': none,
    'candidate.apply': none,
    'candidate.drop': none,
    'settings.reset': none,
    'demo.start': none,
    'demo.leave': none,
  };
}

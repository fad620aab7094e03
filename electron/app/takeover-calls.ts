/** The window's calls that take something over: configuration files, backups, the first day again, the demo. */
import type { CallHandlers } from '../../shared/ipc/contract.ts';
import { err } from '../../shared/result.ts';
import type { Candidate } from './candidate.ts';
import type { Desktop } from './desktop.ts';
import type { DesktopPorts } from './desktop-ports.ts';

export type TakeoverCalls = Pick<
  CallHandlers,
  'import.read' | 'backup.read' | 'backup.save' | 'candidate.apply' | 'candidate.drop' | 'settings.reset' | 'demo.start' | 'demo.leave'
>;

export function takeoverCalls(_desktop: Desktop, _ports: DesktopPorts, _candidate: Candidate): TakeoverCalls {
  const none = () => err({ detail: 'unavailable', message: '' });
  return {
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

/** The window's call about all codes on the mapped doors. */
import type { CallHandlers } from '../../shared/ipc/contract.ts';
import { err } from '../../shared/result.ts';
import type { Desktop } from './desktop.ts';
import type { DesktopPorts } from './desktop-ports.ts';

export function codeCalls(_desktop: Desktop, _ports: DesktopPorts): Pick<CallHandlers, 'codes.list'> {
  return { 'codes.list': () => err({ detail: 'unavailable', message: '' }) };
}

/** The window's calls while a user sets things up: discovery, mapping and previews on one side, files that are taken over on the other. */
import { createCandidate } from '../mapping/candidate.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { mappingCalls } from './mapping.ts';
import type { MappingCalls } from './mapping.ts';
import { takeoverCalls } from './takeover.ts';
import type { TakeoverCalls } from './takeover.ts';

export function setupCalls(desktop: Desktop, ports: DesktopPorts): MappingCalls & TakeoverCalls {
  const candidate = createCandidate(ports.timers);
  const mapping = mappingCalls(desktop, ports, () => candidate.get()?.settingsFrom(desktop.settings()) ?? null);
  return { ...mapping, ...takeoverCalls(desktop, ports, { candidate, mappingState: () => mapping['mapping.get'](null) }) };
}

/** Puts the handlers of all the window's calls together: one per call of the contract, or it does not compile. */
import type { CallHandlers } from '../../../shared/ipc/contract.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { createCandidate } from '../mapping/candidate.ts';
import { createMappingUndo } from '../mapping/mapping-undo.ts';
import { actCalls } from './acts.ts';
import { codeCalls } from './codes.ts';
import { doorActCalls } from './doors/door-acts.ts';
import { doorCalls } from './doors/doors.ts';
import { sheetCalls } from './doors/sheets.ts';
import { credentialCalls } from './credentials.ts';
import { historyCalls } from './history.ts';
import { mappingCalls } from './mapping.ts';
import { peopleCalls } from './people.ts';
import { messageCalls } from './guests/messages.ts';
import { programCalls } from './program.ts';
import type { WindowSide } from './program.ts';
import { settingsCalls } from './settings.ts';
import { syncCalls } from './sync.ts';
import { takeoverCalls } from './takeover.ts';
import { templateCalls } from './guests/templates.ts';

export function desktopCalls(desktop: Desktop, ports: DesktopPorts, window: WindowSide): CallHandlers {
  const candidate = createCandidate(ports.timers);
  const undo = createMappingUndo();
  return {
    ...syncCalls(desktop, ports),
    ...actCalls(desktop, ports),
    ...peopleCalls(desktop, ports),
    ...templateCalls(desktop, ports),
    ...messageCalls(desktop, ports),
    ...codeCalls(desktop, ports),
    ...doorCalls(desktop, ports),
    ...sheetCalls(desktop, ports),
    ...doorActCalls(desktop, ports),
    ...credentialCalls(desktop, ports),
    ...mappingCalls(desktop, ports, { candidate, undo }),
    ...takeoverCalls(desktop, ports, { candidate, undo }),
    ...settingsCalls(desktop, ports, candidate),
    ...historyCalls(desktop, ports),
    ...programCalls(desktop, ports, window),
  };
}

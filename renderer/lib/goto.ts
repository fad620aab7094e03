/** Goes to a place in the window: its section, or the one item, comes into view and gets the focus. */
import type { WindowTarget } from '../../shared/domain/app-state.ts';

/** Ids of elements, the most exact first. */
export function placesOf(target: WindowTarget): readonly string[] {
  switch (target.view) {
    case 'arrivals':
      return target.bookingId === null ? ['arrivals'] : [`booking-${target.bookingId}`, 'arrivals'];
    case 'history':
      return target.runId === null ? ['history'] : [`run-${target.runId}`, 'history'];
    case 'accounts':
      return target.cloud === null ? ['accounts'] : [`account-${target.cloud}`, 'accounts'];
    case 'settings':
      return ['schedule'];
    case 'timeline':
      return ['arrivals'];
    case 'mapping':
    case 'first-steps':
      return ['accounts'];
  }
}

export function goTo(target: WindowTarget): void {
  for (const id of placesOf(target)) {
    const element = document.getElementById(id);
    if (element === null) continue;
    element.scrollIntoView({ block: 'start' });
    element.focus({ preventScroll: true });
    return;
  }
}

/** What needs the host: troubles, most pressing first, and operations that wait for a word. */
import type { AppSnapshot } from '../../shared/domain/app-state.ts';
import type { Bridge } from '../lib/bridge.ts';
import { goTo } from '../lib/goto.ts';
import { useCall } from '../lib/use-call.ts';
import { Section, Trouble } from '../ui/section.tsx';

export function Attention({ snapshot, bridge }: { snapshot: AppSnapshot; bridge: Bridge }) {
  const apply = useCall(bridge, 'holds.apply');
  const dismiss = useCall(bridge, 'holds.dismiss');
  const { attention, holds } = snapshot;
  return (
    <Section id="attention" title="Needs you">
      {attention.length === 0 ? (
        <p>Nothing needs you.</p>
      ) : (
        <ul aria-label="Needs you">
          {attention.map(({ key, message, severity, target }) => (
            <li key={key} class={severity}>
              {message}{' '}
              <button type="button" aria-label={`Show: ${message}`} onClick={() => goTo(target)}>
                Show
              </button>
            </li>
          ))}
        </ul>
      )}
      {holds.length > 0 && (
        <ul aria-label="Waiting for your word">
          {holds.map(({ key, reason, bookingId }) => (
            <li key={key}>
              Booking {bookingId}: {reason}{' '}
              <button type="button" disabled={apply.isBusy} onClick={() => void apply.run({ keys: [key] })}>
                Carry out
              </button>{' '}
              <button type="button" disabled={dismiss.isBusy} onClick={() => void dismiss.run({ key })}>
                Dismiss
              </button>
            </li>
          ))}
        </ul>
      )}
      <Trouble message={apply.error ?? dismiss.error} />
    </Section>
  );
}

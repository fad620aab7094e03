/** What a bar is, beside it while the pointer is over it or it has the focus. Hidden from screen readers: the bar's name says the same. */
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { Icon } from '../../ui/icon.tsx';
import { barName, barNotes, barState, barTime, ICONS, toneOf } from './bar-text.ts';
import type { Bar } from './row-model.ts';

export interface BarCardProps {
  readonly bar: Bar;
  readonly door: string;
  /** The pointer is over the card itself: it stays. */
  readonly onHold: () => void;
  readonly onLeave: () => void;
}

export function BarCard({ bar, door, onHold, onLeave }: BarCardProps) {
  const app = useApp();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => card.current?.showPopover(), []);
  return (
    <div ref={card} popover="manual" class="menu bar-card" aria-hidden="true" onPointerEnter={onHold} onPointerLeave={onLeave}>
      <p class="strong">{barName(app, bar)}</p>
      <p class="quiet-text small">{bar.unitName === '' ? door : app.t('calendar.unit-door', { unit: bar.unitName, door })}</p>
      <p class="small">{barTime(app, bar)}</p>
      <p class={`small line tone-${toneOf(bar)}`}>
        <Icon name={ICONS[bar.state]} />
        {barState(app, bar)}
      </p>
      {barNotes(app, bar).map((note) => (
        <p key={note} class="small quiet-text">
          {note}
        </p>
      ))}
    </div>
  );
}

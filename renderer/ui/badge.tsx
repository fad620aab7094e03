/** A state in a word, with a drawing and a colour: never the colour alone. */
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export type Tone = 'good' | 'waiting' | 'warning' | 'urgent' | 'neutral';
const ICONS: Readonly<Record<Tone, IconName>> = { good: 'check', waiting: 'clock', warning: 'alert', urgent: 'alert', neutral: 'info' };

export function Badge({ tone, text, icon }: { readonly tone: Tone; readonly text: string; readonly icon?: IconName }) {
  return (
    <span class={`badge ${tone}`}>
      <Icon name={icon ?? ICONS[tone]} />
      {text}
    </span>
  );
}

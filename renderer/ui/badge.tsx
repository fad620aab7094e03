/** A state in a word, with an icon and a colour: never the colour alone. */
import type { Tone } from '../lib/text-context.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

const TONE_ICONS: Readonly<Record<Tone, IconName>> = {
  good: 'check',
  waiting: 'clock',
  warning: 'alert',
  urgent: 'alert',
  neutral: 'info',
};

export interface BadgeProps {
  readonly tone: Tone;
  readonly text: string;
  readonly icon?: IconName | undefined;
}
export function Badge({ tone, text, icon = TONE_ICONS[tone] }: BadgeProps) {
  return (
    <span class={`badge tone-${tone}`}>
      <Icon name={icon} />
      {text}
    </span>
  );
}

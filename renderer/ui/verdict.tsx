/** How the verdict of a stay looks: quiet when the guest gets in, with a colour only where something is wrong. */
import type { Verdict } from '../../shared/domain/readiness.ts';
import type { Tone } from '../lib/text-context.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = {
  ready: 'good',
  'on-its-way': 'waiting',
  check: 'warning',
  'action-needed': 'urgent',
};
export const VERDICT_ICONS: Readonly<Record<Verdict, IconName>> = {
  ready: 'check',
  'on-its-way': 'clock',
  check: 'alert',
  'action-needed': 'alert',
};

/** `name`: the verdict in words, for those who do not see the icon. */
export function VerdictIcon({ verdict, name }: { readonly verdict: Verdict; readonly name: string }) {
  return (
    <span class={`verdict-icon tone-${VERDICT_TONES[verdict]}`} title={name}>
      <Icon name={VERDICT_ICONS[verdict]} />
      <span class="visually-hidden">{name}</span>
    </span>
  );
}

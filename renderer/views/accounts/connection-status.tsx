/** In a word whether an account is connected and works, and for whom. */
import type { Connection } from '../../../shared/domain/app-state.ts';
import type { CloudName } from '../../../shared/errors.ts';
import { useApp } from '../../lib/app.ts';
import type { App } from '../../lib/app.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../lib/text-context.ts';
import { connectionState } from './connection-words.ts';

export interface ConnectionStatusProps {
  readonly cloud: CloudName;
  readonly connection: Connection;
}
export function ConnectionStatus({ cloud, connection }: ConnectionStatusProps) {
  const app = useApp();
  const { tone, text } = statusOf(app, connection);
  return (
    <p class="connection-status" data-cloud={cloud}>
      <Badge tone={tone} text={text} />
      {connection.stored && connection.userName !== null && (
        <span class="quiet-text">{app.t('accounts.user', { user: connection.userName })}</span>
      )}
    </p>
  );
}

function statusOf({ t, formats, nowMs }: App, connection: Connection): { readonly tone: Tone; readonly text: string } {
  const state = connectionState(connection);
  switch (state.kind) {
    case 'none':
      return { tone: 'neutral', text: t('accounts.none') };
    case 'untried':
      return { tone: 'neutral', text: t('accounts.untried') };
    case 'works':
      return {
        tone: 'good',
        text: t(connection.stored ? 'accounts.works' : 'accounts.works-given', { time: formats.instant(state.atMs, nowMs) }),
      };
    case 'fails':
      return { tone: 'urgent', text: t('accounts.fails', { time: formats.instant(state.atMs, nowMs) }) };
  }
}

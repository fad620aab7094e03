/** Whether an account is connected and works, and why it does not. */
import { useId } from 'preact/hooks';
import type { Connection } from '../../../shared/domain/app-state.ts';
import type { CloudName } from '../../../shared/errors.ts';
import { CLOUD_TITLES } from '../../../shared/errors.ts';
import { useApp } from '../../lib/app.ts';
import type { Message, TextContext } from '../../lib/text-context.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconText } from '../../ui/icon.tsx';
import { connectionState, failureKeys } from './connection.ts';
import type { FailureKind } from './connection.ts';

export interface ConnectionStatusProps {
  readonly cloud: CloudName;
  readonly connection: Connection;
}
export function ConnectionStatus({ cloud, connection }: ConnectionStatusProps) {
  const app = useApp();
  return (
    <p class="connection-status row" data-cloud={cloud}>
      <Badge {...statusOf(app, connection)} />
      {connection.stored && connection.userName !== null && (
        <span class="quiet-text">{app.t('accounts.user', { user: connection.userName })}</span>
      )}
    </p>
  );
}

function statusOf({ t, formats, nowMs }: TextContext, connection: Connection): Message {
  const state = connectionState(connection);
  switch (state.kind) {
    case 'none':
    case 'untried':
      return { tone: 'neutral', text: t(`accounts.${state.kind}`) };
    case 'works': {
      const time = formats.instant(state.atMs, nowMs);
      return { tone: 'good', text: t(connection.stored ? 'accounts.works' : 'accounts.works-given', { time }) };
    }
    case 'fails':
      return { tone: 'urgent', text: t('accounts.fails', { time: formats.instant(state.atMs, nowMs) }) };
  }
}

export interface ConnectionFailureProps {
  readonly cloud: CloudName;
  readonly failure: FailureKind;
  /** The technical message, where there is one. */
  readonly raw?: string;
}
/** What happened, what it means for guests, and what to do next. */
export function ConnectionFailure({ cloud, failure, raw = '' }: ConnectionFailureProps) {
  const { t } = useApp();
  const titleId = useId();
  const { what, next } = failureKeys(cloud, failure);
  return (
    <div class="failure stack" role="group" aria-labelledby={titleId}>
      <IconText class="failure-title" id={titleId} icon="alert" text={t(what, { cloud: CLOUD_TITLES[cloud] })} />
      <p>{t('accounts.guests')}</p>
      <p>{t(next)}</p>
      <details>
        <summary>{t('common.details')}</summary>
        <p class="raw">{raw === '' ? failure : `${failure} · ${raw}`}</p>
      </details>
    </div>
  );
}

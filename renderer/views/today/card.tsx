/** The frame of a card of the list of what there is to do: a mark, two lines, the actions, and more behind "Details". */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { AttentionItem } from '../../../shared/domain/app-state.ts';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** The heading of the list, which gets the focus when a card is gone. */
export const TODO_TITLE_ID = 'todo-title';

export function cardId(key: string): string {
  return `todo-${key}`;
}
/** Of the title, which names the actions. */
export function cardTitleId(key: string): string {
  return `${cardId(key)}-title`;
}

export interface CardProps {
  readonly item: AttentionItem;
  readonly title: string;
  readonly text: string;
  readonly actions: ComponentChildren;
  /** null: there are none. */
  readonly details: ComponentChildren | null;
}
export function Card({ item: { key, severity }, title, text, actions, details }: CardProps) {
  const { t } = useApp();
  const [isOpen, setOpen] = useState(false);
  const detailsId = `${cardId(key)}-details`;
  return (
    <li id={cardId(key)} tabIndex={-1} aria-labelledby={cardTitleId(key)}>
      <span class={`todo-mark tone-${severity}`} title={t(`today.${severity}`)}>
        <Icon name={severity === 'urgent' ? 'alert' : 'clock'} />
        <span class="visually-hidden">{t(`today.${severity}`)}</span>
      </span>
      <div class="todo-text">
        <p class="strong" id={cardTitleId(key)}>
          {title}
        </p>
        {text !== '' && <p class="quiet-text small">{text}</p>}
      </div>
      <div class="row todo-actions">
        {actions}
        {details !== null && (
          <Button
            kind="quiet"
            icon="more"
            name={t('today.details', { title })}
            isExpanded={isOpen}
            controls={detailsId}
            onClick={() => setOpen(!isOpen)}
          />
        )}
      </div>
      {details !== null && (
        <div id={detailsId} class="todo-details" hidden={!isOpen}>
          {isOpen && details}
        </div>
      )}
    </li>
  );
}

/** The finder: one field that finds guests, units, doors, people, pages and actions, over whatever page is open. */
import Combobox from '@github/combobox-nav';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import { guestName } from '../../lib/names.ts';
import { Cut } from '../../ui/cut.tsx';
import { ShortcutKeys } from '../../ui/shortcut-keys.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { useModal } from '../../ui/use-modal.ts';
import { useSync } from '../shell/use-sync.ts';
import { commandsOf, findCommands } from './commands.ts';
import type { Command } from './commands.ts';

type Match = CallOutput<'door.find'>['matches'][number];
const MATCH_ICONS: Readonly<Record<Match['kind'], IconName>> = { guest: 'key', person: 'user', unit: 'unit', lock: 'door' };

interface FinderProps {
  readonly onClose: () => void;
  /** Another one takes the finder's place. */
  readonly onLayer: (layer: 'shortcuts' | 'print') => void;
}
export function Finder({ onClose, onLayer }: FinderProps) {
  const { t, go, openPanel } = useApp();
  const sync = useSync();
  const [typed, setTyped] = useState('');
  const matches = useMatches(typed);
  const commands = useMemo(() => findCommands(commandsOf(t), typed), [t, typed]);
  const listId = useId();
  const dialog = useModal();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const combobox = useRef<Combobox | null>(null);

  useEffect(() => {
    const { current: field } = input;
    const { current: options } = list;
    if (field === null || options === null) return;
    field.focus();
    combobox.current = new Combobox(field, options, { tabInsertsSuggestions: false, firstOptionSelectionMode: 'selected' });
    combobox.current.start();
    return () => {
      combobox.current?.destroy();
      combobox.current = null;
    };
  }, []);
  // What was chosen may have moved in the list: the likeliest is chosen again.
  useEffect(() => combobox.current?.resetSelection(), [matches, commands]);

  const choose = (act: () => void): void => {
    onClose();
    // After the focus has returned to the page, where the next view or panel takes it over.
    requestAnimationFrame(act);
  };
  const openMatch = (match: Match): void => {
    if (match.kind === 'guest') openPanel({ kind: 'stay', bookingId: match.bookingId });
    else if (match.kind === 'unit') go({ view: 'doors', unitId: match.unitId });
    else if (match.kind === 'lock') go({ view: 'doors', unitId: null, lockId: match.lockId });
    else openPanel({ kind: 'person', personId: match.personId });
  };
  const doCommand = ({ does }: Command): void => {
    if (does.kind === 'go') go(does.target);
    else if (does.kind === 'sync') sync.start();
    else if (does.kind === 'add-person') openPanel({ kind: 'person', personId: null });
    else onLayer(does.kind);
  };
  const isEmpty = matches.length === 0 && commands.length === 0;
  return (
    <dialog
      ref={dialog}
      class="finder"
      aria-label={t('finder.title')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A click beside it closes it.
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="finder-field">
        <Icon name="search" />
        <input
          ref={input}
          aria-label={t('finder.title')}
          placeholder={t('finder.placeholder')}
          maxLength={100}
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <kbd>{t('finder.escape')}</kbd>
      </div>
      <ul ref={list} id={listId} role="listbox" aria-label={t('finder.results')} class="finder-list">
        {matches.map((match) => (
          <Option
            key={keyOf(match)}
            icon={MATCH_ICONS[match.kind]}
            label={match.kind === 'guest' ? guestName(t, match.name) : match.name}
            hint={<MatchHint match={match} />}
            onChoose={() => choose(() => openMatch(match))}
          />
        ))}
        {commands.map((command) => (
          <Option
            key={command.key}
            icon={command.icon}
            label={command.label}
            hint={command.shortcut === undefined ? null : <ShortcutKeys shortcut={command.shortcut} />}
            onChoose={() => choose(() => doCommand(command))}
          />
        ))}
      </ul>
      <p role="status" class={isEmpty ? 'finder-none quiet-text' : 'visually-hidden'}>
        {isEmpty ? t('finder.none', { typed }) : t('finder.found', { count: matches.length + commands.length })}
      </p>
    </dialog>
  );
}

interface OptionProps {
  readonly icon: IconName;
  readonly label: string;
  readonly hint: preact.ComponentChild;
  readonly onChoose: () => void;
}
function Option({ icon, label, hint, onChoose }: OptionProps) {
  const id = useId();
  return (
    // The keys are handled by the field.
    <li role="option" id={id} class="finder-option" onClick={onChoose}>
      <Icon name={icon} />
      <Cut text={label} />
      <span class="quiet-text tiny">{hint}</span>
    </li>
  );
}

function MatchHint({ match }: { readonly match: Match }) {
  const { t, formats } = useApp();
  return <>{match.kind === 'guest' ? formats.days(match.arrival, match.departure) : t(`finder.${match.kind}`)}</>;
}

/** What main finds for the letters typed last; an older answer that comes late is dropped. */
function useMatches(typed: string): readonly Match[] {
  const { bridge } = useApp();
  const [matches, setMatches] = useState<readonly Match[]>([]);
  useEffect(() => {
    if (typed.trim() === '') {
      setMatches([]);
      return;
    }
    let isCurrent = true;
    void bridge.call('door.find', { text: typed }).then((answer) => {
      if (isCurrent) setMatches(answer.ok ? answer.value.matches : []);
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge, typed]);
  return matches;
}

function keyOf(match: Match): string {
  if (match.kind === 'guest') return `guest-${String(match.bookingId)}`;
  if (match.kind === 'person') return `person-${match.personId}`;
  return match.kind === 'unit' ? `unit-${String(match.unitId)}` : `lock-${String(match.lockId)}`;
}

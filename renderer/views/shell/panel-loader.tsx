/** Loads what the side panel shows when it is first opened, and keeps it for the next time. */
import type { ComponentType } from 'preact';
import type { PanelKind, PanelTarget } from '../../lib/panel.ts';

/** Every panel gets the whole target and reads its own part of it. */
export type PanelComponent = ComponentType<{ readonly target: PanelTarget }>;

const LOADERS: Readonly<Record<PanelKind, () => Promise<PanelComponent>>> = {
  stay: () =>
    import('../stay/stay-panel.tsx').then(
      ({ StayPanel }) =>
        ({ target }) =>
          target.kind === 'stay' && <StayPanel key={target.bookingId} target={target} />,
    ),
  message: () =>
    import('../message/message-panel.tsx').then(
      ({ MessagePanel }) =>
        ({ target }) =>
          target.kind === 'message' && (
            <MessagePanel key={`${target.bookingId} ${target.way}`} bookingId={target.bookingId} way={target.way} />
          ),
    ),
  texts: () =>
    import('../message/texts-panel.tsx').then(({ TextsPanel }) => () => <TextsPanel />),
  person: () =>
    import('../person/person-panel.tsx').then(
      ({ PersonPanel }) =>
        ({ target }) =>
          target.kind === 'person' && <PersonPanel key={target.personId} personId={target.personId} draft={target.draft} />,
    ),
  code: () =>
    import('../code/code-panel.tsx').then(
      ({ CodePanel }) =>
        ({ target }) =>
          target.kind === 'code' && <CodePanel key={target.codeId} {...target} />,
    ),
  door: () =>
    import('../door/door-panel.tsx').then(
      ({ DoorPanel }) =>
        ({ target }) =>
          target.kind === 'door' && <DoorPanel key={target.lockId} lockId={target.lockId} />,
    ),
  run: () =>
    import('../history/run-panel.tsx').then(
      ({ RunPanel }) =>
        ({ target }) =>
          target.kind === 'run' && <RunPanel key={target.runId} runId={target.runId} />,
    ),
};

export class PanelLoader {
  readonly #loaded = new Map<PanelKind, PanelComponent>();
  readonly #whenAllWords: () => Promise<void>;

  /** No panel can be drawn before the words of every page are there. */
  constructor(whenAllWords: () => Promise<void>) {
    this.#whenAllWords = whenAllWords;
  }

  /** null until it is loaded. */
  get(kind: PanelKind): PanelComponent | null {
    return this.#loaded.get(kind) ?? null;
  }
  /** False when its file is missing, for instance after an update that replaced the files of the running app. */
  async load(kind: PanelKind): Promise<boolean> {
    if (this.#loaded.has(kind)) return true;
    try {
      const [panel] = await Promise.all([LOADERS[kind](), this.#whenAllWords()]);
      this.#loaded.set(kind, panel);
      return true;
    } catch {
      return false;
    }
  }
  /** One that fails to load is tried again when it is opened. */
  async loadRest(): Promise<void> {
    for (const kind of Object.keys(LOADERS) as PanelKind[]) await this.load(kind);
  }
}

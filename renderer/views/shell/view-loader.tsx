/** Loads each view when it is first opened: the window starts with the code of one, and loads the rest when it is idle. */
import type { ComponentType } from 'preact';
import type { WindowTarget } from '../../../shared/domain/app-state.ts';

type ViewName = WindowTarget['view'];
/** Every view gets the whole target and reads its own part of it. */
export type ViewComponent = ComponentType<{ readonly target: WindowTarget }>;

const LOADERS: Readonly<Record<ViewName, () => Promise<ViewComponent>>> = {
  today: () =>
    import('../today/today.tsx').then(({ Today }) => ({ target }) => (
      <Today bookingId={target.view === 'today' ? target.bookingId : null} />
    )),
  calendar: () =>
    import('../calendar/calendar.tsx').then(({ Calendar }) => () => <Calendar />),
  doors: () =>
    import('../doors/doors-view.tsx').then(({ DoorsView }) => ({ target }) => (
      <DoorsView
        unitId={target.view === 'doors' ? target.unitId : null}
        lockId={target.view === 'doors' ? (target.lockId ?? null) : null}
      />
    )),
  people: () =>
    import('../people/people.tsx').then(({ People }) => () => <People />),
  call: () =>
    import('../call/call.tsx').then(({ Call }) => () => <Call />),
  messages: () =>
    import('../messages/messages.tsx').then(({ Messages }) => () => <Messages />),
  history: () =>
    import('../history/history.tsx').then(({ History }) => ({ target }) => {
      if (target.view !== 'history') return null;
      const about = String(target.bookingId ?? target.lockId ?? '');
      // Another link while it is open sets the filter, too.
      return <History key={about} runId={target.runId} about={about} />;
    }),
  settings,
  accounts: settings,
  'first-steps': () =>
    import('../first-steps/first-steps.tsx').then(({ FirstSteps }) => () => <FirstSteps />),
};
function settings(): Promise<ViewComponent> {
  return import('../settings/settings.tsx').then(({ Settings }) => ({ target }) => (
    <Settings
      cloud={target.view === 'accounts' ? target.cloud : null}
      section={target.view === 'settings' ? (target.section ?? null) : null}
    />
  ));
}

export class ViewLoader {
  readonly #loaded = new Map<ViewName, ViewComponent>();

  /** null until it is loaded. Settings and accounts are one view, so that going from one to the other keeps what is drawn. */
  get(view: ViewName): ViewComponent | null {
    return this.#loaded.get(sameView(view)) ?? null;
  }
  /** False when its file is missing, for instance after an update that replaced the files of the running app. */
  async load(view: ViewName): Promise<boolean> {
    const name = sameView(view);
    if (this.#loaded.has(name)) return true;
    try {
      const component = await LOADERS[name]();
      if (!this.#loaded.has(name)) this.#loaded.set(name, component);
      return true;
    } catch {
      return false;
    }
  }
  /** A view that fails to load is tried again when it is opened. */
  async loadRest(): Promise<void> {
    for (const view of Object.keys(LOADERS) as ViewName[]) await this.load(view);
  }
}
export function sameView(view: ViewName): ViewName {
  return view === 'accounts' ? 'settings' : view;
}

/** Where the window opens without a target. */
export function homeOf({ firstStepsDone }: { readonly firstStepsDone: boolean }): WindowTarget {
  return firstStepsDone ? { view: 'today', bookingId: null } : { view: 'first-steps' };
}

/** Runs and previews of the app over the clients that the accounts have at the moment. */
import type { RunTrigger } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { AccessFailure } from '../../../shared/errors.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../ports/system.ts';
import { runOnce } from '../run/engine.ts';
import type { EngineDependencies } from '../run/run-request.ts';
import { lookOnce } from '../run/look/read-only.ts';
import { Previews } from '../run/look/preview.ts';
import type { PlanPreview } from '../run/look/preview.ts';
import type { DesktopPorts, DesktopRunRequest } from './ports.ts';

export interface RunsPorts {
  readonly accounts: Pick<Accounts, 'closeRetired'>;
  readonly clock: Clock;
  /** null: for a preview. */
  dependencies(reason: RunTrigger | null): Promise<Result<EngineDependencies, AccessFailure>>;
}

export class Runs {
  readonly #ports: RunsPorts;
  readonly #previews: Previews;

  constructor(ports: RunsPorts) {
    this.#ports = ports;
    this.#previews = new Previews(() => ports.dependencies(null), ports.clock);
  }

  async run(request: DesktopRunRequest): ReturnType<DesktopPorts['run']> {
    const { accounts } = this.#ports;
    const ready = await this.#ports.dependencies(request.trigger);
    this.#previews.forget();
    const answer = ready.ok ? await runOnce(ready.value, { mode: 'live', ...request }) : ready;
    this.#previews.forget();
    await accounts.closeRetired();
    return answer;
  }

  async look(...[claim, settings, wishes, remember = []]: Parameters<DesktopPorts['look']>): ReturnType<DesktopPorts['look']> {
    const ready = await this.#ports.dependencies(null);
    if (!ready.ok) return ready;
    const wished = wishes === null ? ready.value : { ...ready.value, wishes: () => wishes };
    return ok(await lookOnce(wished, { trigger: 'act', settings, remember, ...(claim === null ? {} : { claim }) }));
  }

  async preview(settings: Settings): Promise<Result<PlanPreview, AccessFailure>> {
    return this.#previews.preview(settings);
  }
}

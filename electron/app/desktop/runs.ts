/** Runs and previews of the app over the clients that the accounts have at the moment. */
import type { Settings } from '../../../shared/domain/settings.ts';
import type { AccessFailure } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../ports/system.ts';
import { runOnce } from '../run/engine.ts';
import type { EngineDependencies } from '../run/engine.ts';
import { Previews } from '../run/preview.ts';
import type { PlanPreview } from '../run/preview.ts';
import type { DesktopPorts, DesktopRunRequest } from './ports.ts';

export interface RunsPorts {
  readonly accounts: Pick<Accounts, 'reconnect' | 'closeRetired'>;
  readonly clock: Clock;
  dependencies(): Promise<Result<EngineDependencies, AccessFailure>>;
}

export class Runs {
  readonly #ports: RunsPorts;
  readonly #previews: Previews;

  constructor(ports: RunsPorts) {
    this.#ports = ports;
    this.#previews = new Previews(() => ports.dependencies(), ports.clock);
  }

  async run(request: DesktopRunRequest): ReturnType<DesktopPorts['run']> {
    const { accounts } = this.#ports;
    const ready = await this.#ports.dependencies();
    if (!ready.ok) return ready;
    this.#previews.forget();
    const answer = await runOnce(ready.value, { mode: 'live', ...request });
    this.#previews.forget();
    // A client does not send rejected credentials again; the next run, which only the user can start then, gets a new client.
    if (answer.ok && answer.value.problems.some(({ kind }) => kind === 'credentials-rejected')) accounts.reconnect();
    await accounts.closeRetired();
    return answer;
  }

  async preview(settings: Settings): Promise<Result<PlanPreview, AccessFailure>> {
    const answer = await this.#previews.preview(settings);
    if (!answer.ok && answer.error.kind === 'credentials-rejected') this.#ports.accounts.reconnect();
    return answer;
  }
}

/** Starts the demo clouds in another process and talks to them from here. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LargePortfolioOptions } from '../../electron/demo/portfolio/large-portfolio.ts';

export type CloudsQuestion =
  | { readonly kind: 'start'; readonly portfolio: LargePortfolioOptions; readonly latencyMs: number }
  /** Tells the traffic so far, and counts from nought again. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'prolong'; readonly which: number }
  /** Both clouds answer everything with 16 MB of nested JSON, or with a list of a million rows that just fits. */
  | { readonly kind: 'flood' | 'wide' };
export interface CloudsAnswer {
  readonly smoobu: { readonly url: string; readonly apiKey: string; readonly apiSecret: string };
  readonly theKeys: { readonly url: string; readonly username: string; readonly password: string };
  readonly traffic: { readonly smoobu: Traffic; readonly theKeys: Traffic; readonly codes: number };
}
interface Traffic {
  readonly requests: number;
  readonly mostInFlight: number;
}
export interface RemoteClouds extends Pick<CloudsAnswer, 'smoobu' | 'theKeys'> {
  /** Since the last time it was asked. */
  traffic(): Promise<CloudsAnswer['traffic']>;
  /** Lengthens one stay by a night. */
  prolong(which: number): Promise<void>;
  answerWith(kind: 'flood' | 'wide'): Promise<void>;
  close(): Promise<void>;
}

export async function startRemoteClouds(portfolio: LargePortfolioOptions, latencyMs: number): Promise<RemoteClouds> {
  const child = fork(fileURLToPath(new URL('clouds-process.ts', import.meta.url)));
  const ask = async (question: CloudsQuestion): Promise<CloudsAnswer> => {
    const answered = new AbortController();
    const reply = once(child, 'message', { signal: answered.signal });
    const ended = once(child, 'exit', { signal: answered.signal }).then(() => {
      throw new Error('The demo clouds have stopped.');
    });
    ended.catch(() => undefined);
    child.send(question);
    try {
      const [answer] = (await Promise.race([reply, ended])) as [CloudsAnswer];
      return answer;
    } finally {
      answered.abort();
    }
  };
  const { smoobu, theKeys } = await ask({ kind: 'start', portfolio, latencyMs });
  return {
    smoobu,
    theKeys,
    traffic: async () => (await ask({ kind: 'reset' })).traffic,
    prolong: async (which) => {
      await ask({ kind: 'prolong', which });
    },
    answerWith: async (kind) => {
      await ask({ kind });
    },
    async close() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

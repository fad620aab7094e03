/** For tests of the clients: a clock and a log that record their calls, a fake transport, and a server on the loopback address. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger, LogLevel } from '../../electron/app/ports/system.ts';
import type { HttpAnswer, HttpOutcome, HttpRequest, HttpTransport } from '../../electron/clouds/http/types.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

/** 2026-11-23T09:15:30Z */
export const TEST_NOW_MS = 1_795_425_330_000;

export interface TestClock extends VirtualClock {
  /** The durations of all sleeps. */
  readonly slept: number[];
}

/** Sleeping takes no time but moves the clock, and `random` always returns the same. */
export function createTestClock(nowMs = TEST_NOW_MS): TestClock {
  const clock = createVirtualClock({ nowMs });
  const slept: number[] = [];
  return {
    ...clock,
    slept,
    random: () => 0.5,
    sleep: async (durationMs, signal) => {
      if (signal?.aborted !== true) slept.push(durationMs);
      await clock.sleep(durationMs, signal);
    },
  };
}

export interface TestLog extends Logger {
  readonly lines: { level: LogLevel; message: string; fields: Readonly<Record<string, unknown>> | undefined }[];
}
export function createTestLog(): TestLog {
  const lines: TestLog['lines'] = [];
  return { lines, log: (level, message, fields) => void lines.push({ level, message, fields }) };
}

export function answerOf(status: number, body: unknown = '', headers: Readonly<Record<string, string>> = {}): HttpOutcome {
  const answer: HttpAnswer = { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
  return { ok: true, answer };
}

export interface FakeTransport extends HttpTransport {
  readonly requests: HttpRequest[];
  readonly isClosed: () => boolean;
}

/** Gets its responses from a function instead of a network. */
export function createFakeTransport(respond: (request: HttpRequest, number: number) => HttpOutcome | Promise<HttpOutcome>): FakeTransport {
  const requests: HttpRequest[] = [];
  let closed = false;
  return {
    requests,
    exchange: async (request) => {
      requests.push(request);
      return respond(request, requests.length);
    },
    requestCount: () => requests.length,
    isClosed: () => closed,
    close: async () => {
      closed = true;
      await Promise.resolve();
    },
  };
}

export interface LocalServer {
  readonly origin: string;
  readonly requests: IncomingMessage[];
  close(): Promise<void>;
}

export async function startLocalServer(respond: (request: IncomingMessage, response: ServerResponse) => void): Promise<LocalServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    respond(request, response);
  });
  const origin = `http://127.0.0.1:${await listen(server)}`;
  return { origin, requests, close: async () => stop(server) };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

/** Every way a page has to reach the network, tried at once: a script for the page, since the page is who tries; and who would hear of it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine that answers everybody. */
export interface Listener {
  /** Host and port. */
  readonly address: string;
  /** Since the last call: "GET /path", "upgrade /path". */
  heard(): string[];
  close(): Promise<void>;
}

export async function startListener(): Promise<Listener> {
  const reached: string[] = [];
  const server = createServer((request, response) => {
    reached.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('reached');
  });
  server.on('upgrade', (request, socket) => {
    reached.push(`upgrade ${request.url ?? ''}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    heard: () => reached.splice(0),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const NETWORK_WAYS = 12;

/** Evaluates to one line per way, "name: refused" where nothing came of it. `address` is host and port. */
export function networkAttempts(address: string): string {
  return `(async () => {
      const url = 'http://${address}/';
      const outcome = [];
      const attempt = async (name, work) => {
        try { outcome.push(name + ': ' + (await work())); } catch (error) { outcome.push(name + ': refused'); }
      };
      const element = (tag, set) => new Promise((done, fail) => {
        const made = document.createElement(tag);
        set(made);
        made.onload = () => done('loaded');
        made.onerror = () => fail(new Error('refused'));
        document.body.append(made);
        setTimeout(() => fail(new Error('nothing happened')), 500);
      });
      await Promise.all([
        attempt('fetch', () => fetch(url + 'fetch', { mode: 'no-cors' })),
        attempt('own fetch', () => fetch('/index.html')),
        attempt('xhr', () => new Promise((done, fail) => {
          const request = new XMLHttpRequest();
          request.onload = () => done('loaded');
          request.onerror = () => fail(new Error('refused'));
          request.open('GET', url + 'xhr');
          request.send();
        })),
        attempt('socket', () => new Promise((done, fail) => {
          const socket = new WebSocket('ws://${address}/socket');
          socket.onopen = () => done('open');
          socket.onerror = () => fail(new Error('refused'));
          setTimeout(() => fail(new Error('nothing happened')), 500);
        })),
        attempt('events', () => new Promise((done, fail) => {
          const source = new EventSource(url + 'events');
          source.onopen = () => done('open');
          source.onerror = () => { source.close(); fail(new Error('refused')); };
          setTimeout(() => fail(new Error('nothing happened')), 500);
        })),
        attempt('image', () => element('img', (made) => { made.src = url + 'image'; })),
        attempt('script', () => element('script', (made) => { made.src = url + 'script'; })),
        attempt('style', () => element('link', (made) => { made.rel = 'stylesheet'; made.href = url + 'style'; })),
        attempt('preload', () => element('link', (made) => { made.rel = 'preload'; made.as = 'image'; made.href = url + 'preload'; })),
        attempt('frame', () => Promise.reject(document.body.append(Object.assign(document.createElement('iframe'), { src: url + 'frame' })))),
        attempt('beacon', () => Promise.reject(navigator.sendBeacon(url + 'beacon', 'x'))),
        attempt('worker', () => new Promise((done, fail) => {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' })));
          worker.onmessage = () => done('ran');
          worker.onerror = () => fail(new Error('refused'));
          setTimeout(() => fail(new Error('nothing happened')), 500);
        })),
      ]);
      return outcome;
    })()`;
}

import { describe, expect, it } from 'vitest';
import { isTrustedSender } from './trusted-sender.ts';
import type { FrameFacts, TrustedWindow } from './trusted-sender.ts';

const ORIGIN = 'app://latchkey';
const contents = { id: 1 };
const window: TrustedWindow = { webContents: contents, isDestroyed: () => false };
const main: FrameFacts = { url: 'app://latchkey/index.html', origin: ORIGIN, parent: null, detached: false };
const trusts = (frame: FrameFacts | null, sender: object = contents, ours: TrustedWindow | null = window): boolean =>
  isTrustedSender({ sender, senderFrame: frame }, ours, ORIGIN);

describe('isTrustedSender', () => {
  it("trusts our page in our window's main frame", () => {
    expect(trusts(main)).toBe(true);
    expect(trusts({ ...main, url: 'app://latchkey/' })).toBe(true);
  });

  it('trusts no other sender', () => {
    expect(trusts(null)).toBe(false);
    expect(trusts({ ...main, parent: main })).toBe(false);
    expect(trusts({ ...main, detached: true })).toBe(false);
    expect(trusts(main, { id: 1 })).toBe(false);
    expect(trusts(main, contents, null)).toBe(false);
  });

  it.each([
    'https://latchkey/index.html',
    'app://latchkey.example/index.html',
    'app://latchkey',
    'app://other/index.html',
    'file:///index.html',
    '',
  ])('does not trust the address %s', (url) => expect(trusts({ ...main, url })).toBe(false));

  it.each(['null', 'https://latchkey', 'app://latchkey/', 'app://latchkey.example', 'file://'])('does not trust the origin %s', (origin) =>
    expect(trusts({ ...main, origin })).toBe(false),
  );

  it('does not touch a destroyed window', () => {
    const gone = {
      get webContents(): object {
        throw new Error('Object has been destroyed');
      },
      isDestroyed: () => true,
    };
    expect(trusts(main, contents, gone)).toBe(false);
  });
});

/** The stand-in itself: whatever it does not implement throws, and what it converts is unchanged after the way back. */
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { menuPlace } from '../driver.ts';
import { electronBinary } from '../../../build/electron-binary.ts';
import { launcher } from '../../conformance/fixture/start.ts';
import type { MenuNode } from '../host.ts';
import { headerToBrowser, originOf, toAppAddress, toBrowserAddress } from './addresses.ts';
import { createCodec } from './page/codec.ts';
import { Emitter, strict } from './strict.ts';

describe('what the stand-in does not implement', () => {
  it('throws by name on members, assignments and events', () => {
    const known = strict('thing', { there: 1 }) as { there: number; missing?: number };
    expect(known.there).toBe(1);
    expect(() => known.missing).toThrow('stand-in: thing.missing');
    expect(() => (known.missing = 1)).toThrow('stand-in: thing.missing = …');
    const emitter = strict('emitter', new Emitter('emitter', ['known']));
    const heard = vi.fn();
    emitter.once('known', heard);
    emitter.emit('known');
    expect(heard).toHaveBeenCalledOnce();
    expect(() => emitter.on('unknown', heard)).toThrow("stand-in: emitter.on('unknown')");
  });

  const { launch, clear } = launcher('standin');
  afterAll(clear);
  it('throws in the app, and ends it when there is no caller', async () => {
    const host = await launch();
    await expect(host.evaluateMain(({ app }) => app.getFileIcon('x'), null)).rejects.toThrow('stand-in: app.getFileIcon');
    await expect(host.evaluateMain(({ powerSaveBlocker }) => powerSaveBlocker.isStarted(1), null)).rejects.toThrow(
      'stand-in: electron.powerSaveBlocker',
    );
    await expect(host.evaluateMain(({ Menu }) => Menu.sendActionToFirstResponder(''), null)).rejects.toThrow('stand-in: Menu.send');
    await expect(
      host.evaluateMain(({ BrowserWindow }) => new BrowserWindow({ webPreferences: { sandbox: false } }).id, null),
    ).rejects.toThrow('stand-in: BrowserWindow with sandbox off');
    await expect(host.evaluateMain(({ dialog }) => dialog.showMessageBox({ message: 'Sure?' }), null)).rejects.toThrow(
      'no scripted answer',
    );
    await host.evaluateMain(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setWindowOpenHandler(() => ({ action: 'allow' })),
      null,
    );
    await (await host.page()).evaluate("void window.open('https://other.example/')");
    expect(await host.exited).toBe(1);
    expect(host.output().stderr).toContain('stand-in: window.open that is allowed');
    await expect(host.windows()).rejects.toThrow('stand-in: window.open that is allowed');
  });

  it('answers dialogs as scripted, and records them', async () => {
    const host = await launch(['--hidden']);
    await host.answerDialog({ method: 'showMessageBox', value: { response: 1, checkboxChecked: false } });
    const answer = await host.evaluateMain(({ dialog }) => dialog.showMessageBox({ message: 'Sure?', buttons: ['No', 'Yes'] }), null);
    expect(answer).toEqual({ response: 1, checkboxChecked: false });
    expect(await host.dialogs()).toEqual([{ method: 'showMessageBox', options: { message: 'Sure?', buttons: ['No', 'Yes'] } }]);
    await host.evaluateMain(async ({ app, clipboard }) => {
      app.setLoginItemSettings({ openAtLogin: true, args: ['--hidden'] });
      await clipboard.writeText('copied');
    }, null);
    expect(await host.loginItem()).toEqual({ openAtLogin: true, args: ['--hidden'] });
    expect(await host.clipboardText()).toBe('copied');
  });
});

describe('addresses', () => {
  it.each([
    ['app://bundle/index.html?a=1#b', 'https://app--bundle.standin.invalid/index.html?a=1#b'],
    ['app://bundle', 'https://app--bundle.standin.invalid'],
    ['app://a.b-c/x', 'https://app--a.b-c.standin.invalid/x'],
  ])('%s is converted and back', (address, browser) => {
    expect(toBrowserAddress(address)).toBe(browser);
    expect(toAppAddress(browser)).toBe(address);
  });

  it('of the web are unchanged', () => {
    for (const address of ['https://example.com/', 'http://127.0.0.1:1/', 'data:text/plain,x', 'about:blank']) {
      expect(toBrowserAddress(address)).toBe(address);
      expect(toAppAddress(address)).toBe(address);
    }
    expect(toAppAddress('https://app--x.standin.invalid.evil.example/')).toBe('https://app--x.standin.invalid.evil.example/');
  });

  it('have origins, and are replaced in headers', () => {
    expect(originOf('app://bundle/x')).toBe('app://bundle');
    expect(originOf('about:blank')).toBe('null');
    expect(headerToBrowser("default-src 'self' app: app://media; img-src data:", new Set(['app']))).toBe(
      "default-src 'self' https://*.standin.invalid https://app--media.standin.invalid; img-src data:",
    );
  });
});

describe('clones', () => {
  const codec = createCodec();

  it('are equal after decoding', () => {
    const values = fc.anything({
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withBigInt: true,
      withSparseArray: false,
    });
    const isEqualAfterDecoding = (value: unknown): void => {
      expect(codec.decode(codec.encode(value))).toEqual(structuredClone(value));
    };
    fc.assert(fc.property(values, isEqualAfterDecoding));
  });

  it('keep cycles and shared parts, and only the message of errors', () => {
    const shared = { name: 'shared' };
    const value: Record<string, unknown> = { one: shared, two: shared, error: Object.assign(new RangeError('why'), { code: 1 }) };
    value.self = value;
    const back = codec.decode(codec.encode(value)) as { one: unknown; two: unknown; self: unknown; error: Error };
    expect(back.self).toBe(back);
    expect(back.one).toBe(back.two);
    expect([back.error.name, back.error.message, 'code' in back.error]).toEqual(['Error', 'why', false]);
  });

  it.each([() => 1, Symbol('s'), Promise.resolve(1), new WeakMap()])('reject what cannot be cloned', (value) => {
    expect(() => codec.encode({ value })).toThrow('An object could not be cloned.');
  });
});

describe('menu places', () => {
  const node = (label: string, rest: Partial<MenuNode> = {}): MenuNode => ({
    ...{ id: '', label, type: 'normal', enabled: true, visible: true, checked: false },
    submenu: null,
    ...rest,
  });
  const menu = [
    node('Gone', { visible: false, id: 'gone' }),
    node('More', { submenu: [node('Off', { enabled: false }), node('On', { id: 'on' })] }),
  ];

  it('are found by labels and by id', () => {
    expect(menuPlace(menu, ['More', 'On'])).toEqual([1, 1]);
    expect(menuPlace(menu, { id: 'on' })).toEqual([1, 1]);
  });

  it('are rejected where the user could not click', () => {
    expect(() => menuPlace(menu, ['More', 'Off'])).toThrow('disabled');
    expect(() => menuPlace(menu, { id: 'gone' })).toThrow('hidden');
    expect(() => menuPlace(menu, ['Gone'])).toThrow('no menu item "Gone"');
    expect(() => menuPlace(null, [])).toThrow('no menu item');
  });
});

it('says why there is no Electron, and never downloads it', () => {
  expect(electronBinary({ ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' })).toMatchObject({
    path: null,
    reason: expect.stringMatching(/^no Electron binary: .*nowhere.* does not exist$/) as string,
  });
});

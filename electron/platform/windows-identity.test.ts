import { expect, it } from 'vitest';
import { windowsIdentity } from './windows-identity.ts';

it('gives copies that are not installed names, ids and activators of their own', () => {
  const [installed, ...others] = (['installer', 'portable', 'folder', 'development'] as const).map(windowsIdentity);
  expect(installed).toMatchObject({ name: 'Latchkey', appUserModelId: 'app.latchkey' });
  const all = [installed, ...others];
  for (const part of ['name', 'appUserModelId', 'toastActivatorClsid'] as const) {
    expect(new Set(all.map((identity) => identity?.[part])).size, part).toBe(3);
  }
});

it('has activators in the form that Electron takes, and that never change', () => {
  const activators = (['installer', 'portable', 'development'] as const).map((kind) => windowsIdentity(kind).toastActivatorClsid);
  expect(activators.every((id) => /^\{[\dA-F]{8}(-[\dA-F]{4}){3}-[\dA-F]{12}\}$/.test(id))).toBe(true);
  expect(activators[0]).toBe('{6F0B7A52-3C1E-4D0E-9E59-5A1C0E6B9D31}');
});

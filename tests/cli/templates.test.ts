/** Texts for guests from the command line: shown, replaced, reset, and drafts approved. */
import { beforeEach, describe, expect, it } from 'vitest';
import { settingsSchema } from '../../shared/domain/settings.ts';
import { FakeWorld } from '../support/cli/fake-world.ts';

let world: FakeWorld;
const door = (lockId: number, prefix: string) => ({ lockId, keypadId: 'KpAlpha1', prefix });
beforeEach(() => {
  world = new FakeWorld();
  const units = [
    { unitId: 501, name: 'Vieux Lyon', doors: [door(1, ''), door(2, '18')] },
    { unitId: 502, name: 'Loft', doors: [door(3, '')] },
  ];
  world.backend.settings.write(settingsSchema.parse({ mapping: { units }, messages: { language: 'fr' } }));
  world.files['/work/good.txt'] = 'Code: {doors}\r\n';
  world.files['/work/pin.txt'] = 'Code: {pin}';
});
interface Row {
  readonly name: string;
  readonly language: string;
  readonly unitId: number | null;
  readonly text?: string;
}
const SET = ['templates', 'set', 'code', '--language', 'en'];

async function rows(...words: readonly string[]): Promise<readonly Row[]> {
  const ran = await world.run('templates', ...words, '--json');
  return (ran.json() as { readonly templates: readonly Row[] }).templates;
}

describe('templates', () => {
  it('lists each text of each language, and which are drafts', async () => {
    const listed = await rows('list');
    expect(listed).toHaveLength(20);
    expect(listed[0]).toEqual({ name: 'code', language: 'en', unitId: null, version: 0, builtIn: true, draft: false });
    expect(listed).toContainEqual({ name: 'correction', language: 'uk', unitId: null, version: 0, builtIn: true, draft: true });
    const { out } = await world.run('templates', 'list');
    expect(out).toMatch(/code +│ es Spanish +│ all +│ Built in, a draft/);
    expect(out).toContain('latchkey templates approve es');
  });

  it('shows one text, that of the default language without another', async () => {
    const [french] = await rows('show', 'code');
    expect(french).toMatchObject({ name: 'code', language: 'fr', builtIn: true });
    expect(french?.text).toMatch(/^Bonjour \{guest\},\n/);
    const { out } = await world.run('templates', 'show', 'correction', '--language', 'es');
    expect(out).toContain('Este mensaje sustituye al anterior.');
    expect(out).toContain('latchkey templates approve es');
  });

  it('replaces a text, counts its versions, and goes back', async () => {
    expect((await world.run(...SET, 'good.txt')).out).toBe('Saved as version 1.\n');
    expect((await world.run(...SET, 'good.txt', '--json')).json()).toEqual({ ok: true, warnings: [] });
    expect(await rows('show', 'code', '--language', 'en')).toEqual([
      { name: 'code', language: 'en', unitId: null, version: 1, builtIn: false, draft: false, text: 'Code: {doors}' },
    ]);
    world.files['/work/good.txt'] = 'Your code: {doors}';
    await world.run(...SET, 'good.txt');
    expect((await rows('list'))[0]).toMatchObject({ version: 2, builtIn: false });
    expect((await world.run('templates', 'reset', 'code', '--language', 'en')).out).toBe('Guests get the built-in text again.\n');
    expect((await rows('list'))[0]).toMatchObject({ version: 0, builtIn: true });
    expect((await world.run('templates', 'reset', 'code', '--language', 'en')).code).toBe(0);
  });

  it('has texts of single units, which use the text for all without one of their own', async () => {
    await world.run(...SET, 'good.txt', '--unit', '501');
    const [own] = await rows('show', 'code', '--language', 'en', '--unit', '501');
    expect(own).toMatchObject({ unitId: 501, text: 'Code: {doors}' });
    expect(await rows('show', 'code', '--language', 'en', '--unit', '502')).toMatchObject([{ unitId: null, builtIn: true }]);
    expect((await world.run('templates', 'list')).out).toMatch(/code +│ en English +│ Vieux Lyon +│ Your own text, version 1/);
    expect((await world.run(...SET, 'good.txt', '--unit', '9')).code).toBe(2);
    expect((await world.run('templates', 'show', 'code', '--unit', '9')).code).toBe(2);
  });

  it('exits 2 for mistakes, and names their lines; warnings are printed', async () => {
    world.files['/work/bad.txt'] = 'Hi {gest},\n\n{pin\nSEE WHATSAPP';
    const ran = await world.run(...SET, 'bad.txt');
    expect(ran.code).toBe(2);
    expect(ran.error.split('\n')).toEqual([
      'bad.txt has mistakes:',
      'Line 1: There is no placeholder {gest}. Did you mean {guest}?',
      'Line 3: The brace { has no counterpart.',
      'The text does not tell the code: {pin} or {doors} is missing.',
      '! Line 4: Booking channels may reject a message with words in capitals: SEE WHATSAPP',
      '! Line 4: Booking channels may reject a message that names another service: WHATSAPP',
      '',
    ]);
    expect((await world.run(...SET, 'bad.txt', '--json')).json()).toMatchObject({
      error: { kind: 'template' },
      mistakes: [
        { kind: 'unknown-placeholder', line: 1 },
        { kind: 'brace', line: 3 },
        { kind: 'no-digits', line: null },
      ],
    });
    expect(world.backend.settings.read().templates).toEqual([]);
    world.files['/work/bad.txt'] = '{doors} (4 digits)';
    expect((await world.run(...SET, 'bad.txt')).out).toContain('! Line 1: Some booking channels remove numbers in parentheses');
    expect((await world.run(...SET, 'missing.txt')).code).toBe(2);
  });

  it('refuses {pin} for a unit whose doors need different digits, and warns of it in a text for all', async () => {
    const ran = await world.run(...SET, 'pin.txt', '--unit', '501');
    expect([ran.code, ran.error]).toEqual([2, expect.stringContaining('The doors of Vieux Lyon need different digits')]);
    expect((await world.run(...SET, 'pin.txt', '--unit', '502')).code).toBe(0);
    expect((await world.run(...SET, 'pin.txt')).out).toContain('! The doors of Vieux Lyon need different digits');
  });

  it('approves a draft once, and a dry run changes nothing', async () => {
    const before = world.backend.settings.read();
    await world.run('templates', 'approve', 'es', '--dry-run');
    await world.run(...SET, 'good.txt', '--dry-run');
    expect(world.backend.settings.read()).toEqual(before);
    expect((await world.run('templates', 'approve', 'es')).out).toBe('Guests get the built-in texts in Spanish.\n');
    await world.run('templates', 'approve', 'es');
    expect(world.backend.settings.read().messages.approvedDrafts).toEqual(['es']);
    expect(await rows('show', 'code', '--language', 'es')).toMatchObject([{ draft: false }]);
    expect((await world.run('templates', 'approve', 'sv')).code).toBe(2);
  });
});

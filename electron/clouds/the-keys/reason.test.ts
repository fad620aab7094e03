import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SAID } from '../../../shared/errors.ts';
import { readReason } from './reason.ts';
import { RECORD as PLAIN_RECORD } from '../../../tests/support/the-keys-client.ts';

const RECORD = { ...PLAIN_RECORD, name: 'Zoë Exemple-Müller' };
const said = (body: unknown): string | null => readReason(typeof body === 'string' ? body : JSON.stringify(body), RECORD);

describe('what The Keys said', () => {
  it.each([
    [{ message: { global: [], form: ['Ce code existe déjà'] } }, 'Ce code existe déjà'],
    [{ message: { global: ['Formulaire invalide'], form: { code: ['déjà utilisé'] } } }, 'Formulaire invalide; code: déjà utilisé'],
    [{ message: { form: { children: { nom: { errors: ['trop long'] } } } } }, 'children: nom: errors: trop long'],
    [{ code: 400, message: 'Invalid form' }, 'Invalid form'],
    [{ error: 'invalid_request', error_description: 'Requête invalide' }, 'Requête invalide'],
    ['<html>Non</html>', null],
    [{ status: 400, data: null, message: { global: [], form: [] } }, null],
    [{ message: '  \n ' }, null],
  ])('in %j is %j', (body, expected) => {
    expect(said(body)).toBe(expected);
  });

  it.each([
    ['code 0427 existe', 'code […] existe'],
    ['0-4 2.7', '[…]'],
    ['ZOE et muller sont connus', '[…] et […] sont connus'],
    ['utilisé par « Jean Dupont » ou "Ada"', 'utilisé par […] ou […]'],
    ['voir https://x.example/y ou ada@x.example', 'voir […] ou […]'],
    ['appelez le +33 6 00 00 00 01', 'appelez le […]'],
    ['255 caractères au plus', '255 caractères au plus'],
    ['une\r\nligne\u0007 courte', 'une ligne courte'],
  ])('hides values: %j becomes %j', (message, expected) => {
    expect(said({ message })).toBe(expected);
  });

  it('is short, and has neither PIN nor name, whatever the answer is', () => {
    const part = fc.oneof(fc.constantFrom('0427', 'Zoë', 'MULLER', 'exemple', 'le nom', 'x'.repeat(150)), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(part), fc.constantFrom(' ', ', ', '/'), (parts, between) => {
        const text = said({ message: { form: [parts.join(between)] } }) ?? '';
        expect(text.length).toBeLessThanOrEqual(MAX_SAID);
        expect(text).not.toMatch(/0427|(?<![\p{L}\p{M}\p{N}])(Zoë|MULLER|exemple)(?![\p{L}\p{M}\p{N}])/u);
        expect(text).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

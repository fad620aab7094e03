import { describe, expect, it } from 'vitest';
import { refusedField } from './refused-field.ts';

it.each(['The note is too long', 'Notes: invalid', 'Description trop longue', 'code: champ description invalide'])(
  'a refusal of the note: %s',
  (said) => {
    expect(refusedField(said)).toBe('note');
  },
);

describe('a full keypad', () => {
  it.each([
    'the keypad is full',
    'Le clavier est plein',
    'Nombre maximum de codes atteint',
    'Nombre de codes dépassé',
    'Limite maximale de codes dépassée',
    'The maximum number of codes is reached',
    'Das Tastenfeld ist voll',
    'Zu viele Codes auf diesem Schloss',
    'Too many codes on this lock',
    'Klawiatura jest pełna',
  ])('is recognised: %s', (said) => {
    expect(refusedField(said)).toBe('full');
  });
  it.each([
    'Veuillez saisir le nom complet',
    'La limite de caractères du nom est dépassée',
    'name: maximum length reached',
    'Formulaire invalide',
    'code: already in use',
  ])('is not what this is about: %s', (said) => {
    expect(refusedField(said)).not.toBe('full');
  });
});

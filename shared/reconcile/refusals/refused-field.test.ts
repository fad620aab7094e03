import { describe, expect, it } from 'vitest';
import { refusedField } from './refused-field.ts';

describe('a full keypad', () => {
  it.each([
    'the keypad is full',
    'Le clavier est plein',
    'Nombre maximum de codes atteint',
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

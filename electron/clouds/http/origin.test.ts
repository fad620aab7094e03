import { describe, expect, it } from 'vitest';
import { readOrigin } from './origin.ts';

describe('readOrigin', () => {
  it.each([
    ['https://login.smoobu.com', 'https://login.smoobu.com'],
    ['https://login.smoobu.com/', 'https://login.smoobu.com'],
    ['HTTPS://Cloud.Example:8443', 'https://cloud.example:8443'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://127.9.8.7', 'http://127.9.8.7'],
    ['http://[::1]:4010/', 'http://[::1]:4010'],
    ['http://localhost:4010', 'http://localhost:4010'],
  ])('accepts %s', (text, origin) => {
    expect(readOrigin(text)).toBe(origin);
  });

  it.each([
    '',
    'login.smoobu.com',
    'http://login.smoobu.com',
    'http://128.0.0.1',
    'http://10.0.0.1:80',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'ftp://127.0.0.1',
    'file:///etc/hosts',
    'https://someone:hunter2@cloud.example',
    'nonsense',
    'https://cloud.example/api',
    'https://cloud.example/?a=1',
    'https://cloud.example/?',
    'https://cloud.example/#',
  ])('refuses %j', (text) => {
    expect(readOrigin(text)).toBeNull();
  });
});

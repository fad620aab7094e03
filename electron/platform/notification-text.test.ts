import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostileText } from '../../tests/support/hostile-text.ts';
import { notificationText } from './notification-text.ts';

it('has no markup on Linux, and is as long as before', () => {
  expect(notificationText('Anna & Tom <b>has no code</b>', 'linux')).toBe('Anna ＆ Tom ‹b›has no code‹/b›');
  fc.assert(
    fc.property(hostileText(), (text) => {
      expect(notificationText(text, 'linux')).not.toMatch(/[&<>]/);
      expect(notificationText(text, 'linux')).toHaveLength(text.length);
    }),
  );
});

it.each(['win32', 'darwin'])('is unchanged on %s, which shows it as it is', (platform) => {
  expect(notificationText('Anna & Tom <3', platform)).toBe('Anna & Tom <3');
});

import { describe, expect, it } from 'vitest';
import vectors from '../../clouds/smoobu/hmac-vectors.json' with { type: 'json' };
import { checkSignature, createNonceMemory, isDefaultAgent } from './signature.ts';
import { DEFAULT_SMOOBU_SWITCHES } from './switches.ts';

type Vector = (typeof vectors.vectors)[number];

function check(
  vector: Vector,
  changes: { query?: string; signature?: string; body?: string; skewMs?: number; nonces?: ReturnType<typeof createNonceMemory> } = {},
) {
  return checkSignature(
    {
      method: vector.method,
      path: vector.path,
      query: changes.query ?? vector.query,
      headers: {
        'x-api-key': vector.key,
        'x-timestamp': vector.timestamp,
        'x-nonce': vector.nonce,
        'x-signature': changes.signature ?? vector.signature,
      },
      body: Buffer.from(changes.body ?? vector.body, 'utf8'),
    },
    {
      credentials: { apiKey: vector.key, apiSecret: vector.secret },
      nonces: changes.nonces ?? createNonceMemory(),
      nowMs: Date.parse(vector.timestamp) + (changes.skewMs ?? 0),
      switches: DEFAULT_SMOOBU_SWITCHES,
    },
  );
}

describe('checkSignature', () => {
  it.each(vectors.vectors)('accepts the vector $name and rejects changes of it', (vector) => {
    expect(check(vector)).toBeNull();
    expect(check(vector, { body: `${vector.body} ` })).toBe('bad-signature');
    expect(check(vector, { signature: vector.signature.toLowerCase() })).toBe('bad-signature');
    expect(check(vector, { query: `${vector.query}&x=1` })).toBe('bad-signature');
  });

  it.each(vectors.vectors.filter(({ query }) => query !== ''))('sorts the raw query of $name', (vector) => {
    expect(check(vector, { query: vector.query.split('&').reverse().join('&') })).toBeNull();
  });

  it('accepts at most five minutes of difference either way', () => {
    const [vector] = vectors.vectors;
    expect(check(vector!, { skewMs: 300_000 })).toBeNull();
    expect(check(vector!, { skewMs: 301_000 })).toBe('clock-skew');
    expect(check(vector!, { skewMs: -301_000 })).toBe('clock-skew');
  });

  it('remembers a nonce, unless the request was refused', () => {
    const [vector] = vectors.vectors;
    const nonces = createNonceMemory();
    expect(check(vector!, { nonces, signature: 'wrong' })).toBe('bad-signature');
    expect(check(vector!, { nonces })).toBeNull();
    expect(check(vector!, { nonces })).toBe('reused-nonce');
  });
});

describe('createNonceMemory', () => {
  it('remembers nonces for more than ten minutes, by key, and forgets them later', () => {
    const nonces = createNonceMemory();
    expect(nonces.claim('a', 'n', 0)).toBe(true);
    expect(nonces.claim('b', 'n', 0)).toBe(true);
    expect(nonces.claim('a', 'n', 600_000)).toBe(false);
    expect(nonces.claim('a', 'n', 3_600_000)).toBe(true);
  });
});

describe('isDefaultAgent', () => {
  it.each([undefined, '', ' ', 'undici', 'node', 'python-requests/2.32', 'Python-urllib/3.12', 'python-httpx/0.27', 'curl/8.5'])(
    'turns %s away',
    (agent) => {
      expect(isDefaultAgent(agent)).toBe(true);
    },
  );
  it.each(['latchkey/0.1.0 (+https://x.invalid)', 'Mozilla/5.0 (X11)', 'nodal-hosting/1'])('accepts %s', (agent) => {
    expect(isDefaultAgent(agent)).toBe(false);
  });
});

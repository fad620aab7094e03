import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { buildQuery, canonicalString, encodeRfc3986, signature, signedHeaders } from './sign.ts';

const vectorSchema = z.strictObject({
  name: z.string(),
  key: z.string(),
  secret: z.string(),
  timestamp: z.string(),
  nonce: z.string(),
  method: z.string(),
  path: z.string(),
  params: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
  query: z.string(),
  signature: z.string(),
});
const fixture = z
  .object({ vectors: z.array(vectorSchema).min(9), canonicalDigests: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(new URL('./hmac-vectors.json', import.meta.url), 'utf8')));
const partsOf = (vector: (typeof fixture.vectors)[number]) => ({ ...vector, apiKey: vector.key });

describe('signature', () => {
  it.each(fixture.vectors)('reproduces $name', (vector) => {
    expect(buildQuery(vector.params)).toBe(vector.query);
    expect(signature(partsOf(vector), vector.secret)).toBe(vector.signature);
    expect(buildQuery([...vector.params].reverse())).toBe(vector.query);
  });

  it.each(Object.entries(fixture.canonicalDigests))('signs the expected text for %s', (name, digest) => {
    const vector = fixture.vectors.find((candidate) => candidate.name === name)!;
    expect(
      createHash('sha256')
        .update(canonicalString(partsOf(vector)))
        .digest('hex'),
    ).toBe(digest);
  });

  it('has a line for an empty query and no line feed at the end', () => {
    const vector = fixture.vectors.find(({ name }) => name === 'doc-post')!;
    const lines = canonicalString(partsOf(vector)).split('\n');
    expect(lines).toHaveLength(7);
    expect(lines[2]).toBe('');
    expect(lines[6]).toBe(vector.key);
  });

  it('returns the four headers without the secret', () => {
    const vector = fixture.vectors[0]!;
    const headers = signedHeaders(partsOf(vector), vector.secret);
    expect(Object.keys(headers).sort()).toEqual(['X-API-Key', 'X-Nonce', 'X-Signature', 'X-Timestamp']);
    expect(JSON.stringify(headers)).not.toContain(vector.secret);
  });
});

describe('query', () => {
  it.each([
    ["!'()*", '%21%27%28%29%2A'],
    ['a b+c', 'a%20b%2Bc'],
    ['[]&=?#/', '%5B%5D%26%3D%3F%23%2F'],
    ['-._~Az09', '-._~Az09'],
    ['é✓', '%C3%A9%E2%9C%93'],
  ])('encodes %s', (text, encoded) => {
    expect(encodeRfc3986(text)).toBe(encoded);
  });

  it('contains only safe characters and decodes to its input', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
        const query = buildQuery(pairs);
        expect(query).toMatch(/^[A-Za-z0-9\-._~%=&]*$/);
        const parts = query === '' ? [] : query.split('&');
        expect([...parts].sort()).toEqual(parts);
        const readBack = parts.map((part) => part.split('=').map(decodeURIComponent).join('\u0000'));
        expect(readBack.sort()).toEqual(pairs.map((pair) => pair.join('\u0000')).sort());
      }),
    );
  });

  it('does not depend on the order of the pairs', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
        expect(buildQuery([...pairs].reverse())).toBe(buildQuery(pairs));
      }),
    );
  });

  it('encodes malformed text', () => {
    expect(encodeRfc3986('\ud800')).toBe('%EF%BF%BD');
  });
});

import { describe, expect, it } from '@jest/globals';
import { contentDigest, signatureBase, type SignedRequest, signRequest, verifyRequest } from './http-signature.js';
import { keyPairFromSeed, signerOf } from './keys.js';

const pair = keyPairFromSeed(new Uint8Array(32).fill(6));
const signer = signerOf('node:ma', pair);
const key = () => pair.publicKey;
const now = 1_795_443_600;
const times = { created: now, expires: now + 60, nonce: 'A'.repeat(22) };
const url = 'https://hub.example/nmirf/v1/messages?x=1';
const get: SignedRequest = { method: 'GET', url, headers: {} };
const post: SignedRequest = {
  method: 'POST',
  url,
  headers: { 'Content-Type': 'application/vnd.nmirf.jws-lines' },
  body: Buffer.from('a line\n'),
};

const signed = (request: SignedRequest, at: Partial<typeof times> = {}): SignedRequest => ({
  ...request,
  headers: { ...request.headers, ...signRequest(request, signer, { ...times, ...at }) },
});
const withHeaders = (request: SignedRequest, headers: SignedRequest['headers']): SignedRequest => ({
  ...request,
  headers: { ...request.headers, ...headers },
});

/** A request whose signature is right for whatever this input says. */
function signedAs(request: SignedRequest, input: string, headers: SignedRequest['headers'] = {}): SignedRequest {
  const whole = withHeaders(request, headers);
  const signature = Buffer.from(signer.sign(signatureBase(whole, input))).toString('base64');
  return withHeaders(whole, { 'signature-input': `sig=${input}`, signature: `sig=:${signature}:` });
}
const parameters = `;created=${now};expires=${now + 60};nonce="${times.nonce}";keyid="${signer.kid}";tag="nmirf-1"`;
const refused = (request: SignedRequest, code: string, at = now) => expect(() => verifyRequest(request, key, at)).toThrow(code);

describe('a signed request', () => {
  it('is verified with and without a body', () => {
    expect(verifyRequest(signed(get), key, now)).toEqual({ ...times, kid: signer.kid });
    expect(verifyRequest(signed(post), (kid) => (kid === signer.kid ? pair.publicKey : undefined), now + 10)).toMatchObject(times);
    expect(verifyRequest(signedAs(get, `("@method" "@target-uri")${parameters};alg="ed25519"`), key, now)).toMatchObject(times);
  });

  it('says which parts it covers in the order of the profile', () => {
    const headers = signRequest(post, signer, times);
    expect(headers['signature-input']).toBe(`sig=("@method" "@target-uri" "content-digest" "content-type")${parameters}`);
    expect(Object.keys(headers)).toEqual(['content-digest', 'signature-input', 'signature']);
  });

  it('leaves other signatures alone, and takes exactly one of its own', () => {
    const ours = signed(get);
    const input = ours.headers['signature-input'] as string;
    const signature = ours.headers['signature'] as string;
    const proxied = { 'signature-input': ['proxy=("@method");created=1', input], signature: ['proxy=:AAAA:', signature] };
    expect(verifyRequest(withHeaders(ours, proxied), key, now)).toMatchObject(times);
    refused(withHeaders(ours, { 'signature-input': `${input}, ${input.replace('sig', 'two')}` }), 'signature-missing');
    refused(withHeaders(ours, { 'signature-input': 'sig=("@method")' }), 'signature-missing');
  });

  it('is refused without a signature, or with a broken one', () => {
    refused(get, 'signature-missing');
    refused(withHeaders(signed(get), { signature: undefined }), 'signature-missing');
    refused(withHeaders(signed(get), { signature: 'sig=1' }), 'signature-invalid');
    refused(withHeaders(signed(get), { signature: 'other=:AAAA:' }), 'signature-invalid');
    refused(withHeaders(signed(get), { signature: 'sig=:AAAA:' }), 'signature-invalid');
    refused(withHeaders(signed(get), { 'signature-input': '("' }), 'signature-invalid');
    refused(withHeaders(signed(get), { 'signature-input': 'x'.repeat(5_000) }), 'signature-invalid');
    refused(withHeaders(signed(get), { 'signature-input': `sig="text"${parameters}` }), 'signature-invalid');
  });

  it('covers exactly the parts of the profile', () => {
    for (const fields of ['("@method")', '("@target-uri" "@method")', '("@method" "@target-uri" "date")', '("@method" "@target-uri";x)']) {
      refused(withHeaders(signed(get), { 'signature-input': `sig=${fields}${parameters}` }), 'signature-invalid');
    }
    refused(signedAs(post, `("@method" "@target-uri")${parameters}`), 'signature-invalid');
    refused(signedAs(get, `("@method" "@target-uri" "content-type")${parameters}`, { 'content-type': 'text/plain' }), 'signature-invalid');
  });

  it('has the parameters of the profile', () => {
    const wrong = [
      parameters.replace(`${now + 60}`, `${now + 121}`),
      parameters.replace(`${now + 60}`, `${now}`),
      parameters.replace(`created=${now}`, `created="x"`),
      parameters.replace(`;expires=${now + 60}`, ''),
      parameters.replace(times.nonce, 'short'),
      parameters.replace(`"${times.nonce}"`, '1'),
      parameters.replace(`;keyid="${signer.kid}"`, ''),
      `${parameters};alg="hmac-sha256"`,
      `${parameters};more=1`,
    ];
    for (const one of wrong) refused(signedAs(get, `("@method" "@target-uri")${one}`), 'signature-invalid');
  });

  it('is refused outside the clock window, by an unknown key, or changed on its way', () => {
    for (const at of [now - 301, now + 301]) refused(signed(post), 'clock-skew', at);
    for (const at of [now - 300, now + 300]) expect(verifyRequest(signed(post), key, at)).toMatchObject(times);
    expect(() => verifyRequest(signed(post), () => undefined, now)).toThrow('key-unknown');
    expect(() => verifyRequest(signed(post), () => ({ x: 'A'.repeat(43) }), now)).toThrow('key-unknown');
    refused({ ...signed(post), method: 'PUT' }, 'signature-invalid');
    refused({ ...signed(post), url: `${url}2` }, 'signature-invalid');
    refused({ ...signed(post), body: Buffer.from('another line\n') }, 'signature-invalid');
    refused(withHeaders(signed(post), { 'Content-Type': 'text/plain' }), 'signature-invalid');
    const { body: _, ...without } = signed(post);
    refused(without, 'signature-invalid');
  });

  it('needs every digest it knows to be right, and one of them', () => {
    const input = `("@method" "@target-uri" "content-digest" "content-type")${parameters}`;
    const digests = (value: string) => signedAs(post, input, { 'content-digest': value });
    const [short, long] = [contentDigest(post.body!), contentDigest(post.body!, 'sha-512')];
    for (const value of [short, long, `${short}, ${long}`, `${short}, md5=:AAAA:`])
      expect(verifyRequest(digests(value), key, now)).toMatchObject(times);
    for (const value of ['md5=:AAAA:', 'sha-256=1', 'sha-256=:AAAA:', `${short}, sha-512=:AAAA:`])
      refused(digests(value), 'signature-invalid');
    refused(withHeaders(signed(post), { 'content-digest': undefined }), 'signature-invalid');
  });

  it('does not crash on a request without a content type', () => {
    refused(withHeaders(signed(post), { 'Content-Type': undefined }), 'signature-invalid');
  });
});

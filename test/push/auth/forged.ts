import type { OutgoingHttpHeader } from 'node:http';
import {
  AUDIENCE,
  ACCOUNT,
  encode,
  goodClaims,
  makeKey,
  OTHER_ALGORITHMS,
  type SigningKey,
  signOtherwise,
  signToken,
  toJwk,
} from './issuer.js';

/** A push that must not come in, whatever it has for an Authorization header. */
export interface Forgery {
  readonly name: string;
  readonly status: 401 | 403;
  /** @param key the one that the function trusts */
  readonly header: (key: SigningKey) => OutgoingHttpHeader | undefined;
}

const HOUR = 3600;
const other = makeKey('other');

/** One that is signed with the right key, but says something that is wrong. */
function claiming(name: string, status: 401 | 403, change: (now: number) => object): Forgery {
  const header = (key: SigningKey) => {
    const claims = goodClaims();
    return `Bearer ${signToken(key, { ...claims, ...change(Number(claims.iat)) })}`;
  };
  return { name: `whose ${name}`, status, header };
}

/** One that is all right but for the header of the token, and signed with that. */
function heading(name: string, change: (key: SigningKey) => object, by = other): Forgery {
  const header = (key: SigningKey) =>
    `Bearer ${signToken({ ...by, kid: key.kid }, goodClaims(), change(key))}`;
  return { name: `whose header has ${name}`, status: 401, header };
}

/** A good token that was changed on its way. */
function altered(name: string, alter: (token: string, key: SigningKey) => string): Forgery {
  const header = (key: SigningKey) => alter(`Bearer ${signToken(key, goodClaims())}`, key);
  return { name, status: 401, header };
}

function replacePart(token: string, part: 0 | 1 | 2, by: (old: string) => string): string {
  const parts = token.slice('Bearer '.length).split('.');
  parts[part] = by(parts[part]!);
  return `Bearer ${parts.join('.')}`;
}

function forged(name: string, header: Forgery['header']): Forgery {
  return { name, status: 401, header };
}

const HEADERS: Forgery[] = [
  forged('without a header', () => undefined),
  forged('with an empty header', () => ''),
  forged('with a scheme and nothing else', () => 'Bearer'),
  forged('with a token of no structure', () => 'Bearer token'),
  forged('with a password', () => `Basic ${Buffer.from('a:b').toString('base64')}`),
  forged('with three dots', () => 'Bearer ...'),
  altered('without a scheme', (token) => token.slice('Bearer '.length)),
  altered('with another scheme', (token) => token.replace('Bearer', 'Token')),
  altered('with two tokens in one header', (token) => `${token}, ${token}`),
  altered('with something behind the token', (token) => `${token} x`),
  altered('with a tab for a space', (token) => token.replace(' ', '\t')),
  altered('with bytes past ASCII in it', (token) => `${token}\u00e4`),
  forged('with two headers, the first of them good', (key) => [
    `Bearer ${signToken(key, goodClaims())}`,
    'Bearer x.y.z',
  ]),
  forged('with two headers, both good', (key) => {
    const good = `Bearer ${signToken(key, goodClaims())}`;
    return [good, good];
  }),
  altered('with a token that is too long', (token) =>
    replacePart(token, 1, (claims) => claims.padEnd(9000, 'A')),
  ),
];

const PARTS: Forgery[] = [
  altered('without the signature', (token) => token.slice(0, token.lastIndexOf('.') + 1)),
  altered('without the last dot, too', (token) => token.slice(0, token.lastIndexOf('.'))),
  altered('with the signature cut short', (token) => token.slice(0, -8)),
  altered('with a longer signature', (token) => `${token}AAAA`),
  altered('with a signature of zeros', (token) =>
    replacePart(token, 2, (s) => 'A'.repeat(s.length)),
  ),
  altered('with padded base64', (token) => `${token}==`),
  altered('with the other base64 digits', (token) => replacePart(token, 2, () => 'a+/b')),
  altered('with a fourth part', (token) => `${token}.${encode({})}`),
  altered('as an encrypted token has parts', (token) => `${token}.${encode({})}.${encode({})}`),
  altered('with the claims of another account', (token) =>
    replacePart(token, 1, () => encode({ ...goodClaims(), email: 'other@example.com' })),
  ),
  altered('with the signature of another good token', (token, key) => {
    const second = signToken(key, { ...goodClaims(), sub: '2' });
    return replacePart(token, 2, () => second.split('.')[2]!);
  }),
  altered('with the header of another algorithm', (token, key) =>
    replacePart(token, 0, () => encode({ alg: 'none', kid: key.kid })),
  ),
  altered('with a header that is not JSON', (token) => replacePart(token, 0, () => 'e30x')),
  forged(
    'with claims that are not JSON',
    (key) => `Bearer ${signToken(key, Buffer.from('{"iss'))}`,
  ),
  forged('with claims that are a list', (key) => `Bearer ${signToken(key, [goodClaims()])}`),
  forged('with claims that are null', (key) => `Bearer ${signToken(key, null)}`),
  forged('with a good token as its claims', (key) => {
    const inner = Buffer.from(signToken(key, goodClaims()));
    return `Bearer ${signToken(key, inner, { cty: 'JWT' })}`;
  }),
];

const ALGORITHMS: Forgery[] = Object.keys(OTHER_ALGORITHMS).map((algorithm) =>
  forged(`that is signed with ${algorithm}`, (key) => {
    return `Bearer ${signOtherwise(key, algorithm, goodClaims())}`;
  }),
);

const KEYS: Forgery[] = [
  heading('our key id, and another key', () => ({})),
  heading('an unknown id', () => ({ kid: 'nobody' })),
  heading('no id of a key', () => ({ kid: undefined })),
  heading('a number for an id', () => ({ kid: 1 })),
  heading('a list for an id', ({ kid }) => ({ kid: [kid] })),
  heading('the id of something every object has', () => ({ kid: '__proto__' })),
  heading('the key that signed it', () => ({ jwk: toJwk(other) })),
  heading('a place where the key is', () => ({ jku: 'https://example.com/keys' })),
  heading('a place where the certificate is', () => ({ x5u: 'https://example.com/cert' })),
  heading('a certificate', () => ({ x5c: [toJwk(other).n] })),
  {
    ...heading('an extension that must be understood', () => ({ crit: ['exp'], exp: 1 })),
    header: (key) => `Bearer ${signToken(key, goodClaims(), { crit: ['exp'], exp: 1 })}`,
  },
  forged('whose header says that the claims are not encoded', (key) => {
    const header = { crit: ['b64'], b64: false };
    return `Bearer ${signToken(key, goodClaims(), header)}`;
  }),
  forged('whose header says that it is zipped', (key) => {
    const header = { crit: ['zip'], zip: 'DEF' };
    return `Bearer ${signToken(key, goodClaims(), header)}`;
  }),
];

const CLAIMS: Forgery[] = [
  claiming('issuer is another', 401, () => ({ iss: 'https://accounts.example.com' })),
  claiming('issuer goes on after the right one', 401, () => ({
    iss: 'https://accounts.google.com.example.com',
  })),
  claiming('issuer has a slash behind', 401, () => ({ iss: 'https://accounts.google.com/' })),
  claiming('issuer is not encrypted', 401, () => ({ iss: 'http://accounts.google.com' })),
  claiming('issuer is a list', 401, () => ({ iss: ['https://accounts.google.com'] })),
  claiming('issuer is missing', 401, () => ({ iss: undefined })),
  claiming('time is over', 401, (now) => ({ iat: now - 2 * HOUR, exp: now - 60 })),
  claiming('end is missing', 401, () => ({ exp: undefined })),
  claiming('end is text', 401, (now) => ({ exp: String(now + HOUR) })),
  claiming('end is null', 401, () => ({ exp: null })),
  claiming('beginning is missing', 401, () => ({ iat: undefined })),
  claiming('beginning is in the future', 401, (now) => ({ iat: now + 60, exp: now + HOUR })),
  claiming('beginning is days ago', 401, (now) => ({ iat: now - 48 * HOUR })),
  claiming('time has not come yet', 401, (now) => ({ nbf: now + 60 })),
  claiming('audience is missing', 401, () => ({ aud: undefined })),
  claiming('audience is another', 403, () => ({ aud: 'https://other.example.com/' })),
  claiming('audience is the beginning of ours', 403, () => ({ aud: AUDIENCE.slice(0, -1) })),
  claiming('audience goes on after ours', 403, () => ({ aud: `${AUDIENCE}x` })),
  claiming('audience has capitals', 403, () => ({ aud: AUDIENCE.toUpperCase() })),
  claiming('audience is a list with ours in it', 403, () => ({ aud: [AUDIENCE] })),
  claiming('audience is empty', 403, () => ({ aud: '' })),
  claiming('account is another', 403, () => ({ email: 'other@project.iam.gserviceaccount.com' })),
  claiming('account has capitals', 403, () => ({ email: ACCOUNT.toUpperCase() })),
  claiming('account looks like ours', 403, () => ({ email: ACCOUNT.replace('p', '\u0440') })),
  claiming('account goes on after ours', 403, () => ({ email: `${ACCOUNT}.example.com` })),
  claiming('account has a space behind', 403, () => ({ email: `${ACCOUNT} ` })),
  claiming('account ends with a zero', 403, () => ({ email: `${ACCOUNT}\0` })),
  claiming('account is a list', 403, () => ({ email: [ACCOUNT] })),
  claiming('account is missing', 403, () => ({ email: undefined })),
  claiming('account is only its subject', 403, () => ({ email: undefined, sub: ACCOUNT })),
  claiming('account is not verified', 403, () => ({ email_verified: false })),
  claiming('account is verified in text only', 403, () => ({ email_verified: 'true' })),
  claiming('account is not said to be verified', 403, () => ({ email_verified: undefined })),
];

/** Every way to be let in without the right that we could think of. */
export const FORGERIES: readonly Forgery[] = [
  ...HEADERS,
  ...PARTS,
  ...ALGORITHMS,
  ...KEYS,
  ...CLAIMS,
];

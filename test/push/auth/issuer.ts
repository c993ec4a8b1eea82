import { constants, createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { HttpServer } from '../../fakes/http_server.js';

export const AUDIENCE = 'https://collect.example.com/';
export const ACCOUNT = 'pusher@project.iam.gserviceaccount.com';

export type Claims = Readonly<Record<string, unknown>>;

/** An RSA key pair with the id that it is published under. */
export interface SigningKey {
  readonly kid: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export function makeKey(kid: string, modulusLength = 2048): SigningKey {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength }) };
}

/** A key as a server publishes it. */
export function toJwk({ kid, publicKey }: SigningKey): Record<string, unknown> {
  return { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
}

/** What Google says in the token of a push, signed now. */
export function goodClaims(nowMs = Date.now()): Claims {
  const iat = Math.floor(nowMs / 1000);
  return {
    iss: 'https://accounts.google.com',
    aud: AUDIENCE,
    azp: '1234567890',
    sub: '1234567890',
    email: ACCOUNT,
    email_verified: true,
    iat,
    exp: iat + 3600,
  };
}

export function encode(part: unknown): string {
  const bytes = Buffer.isBuffer(part) ? part : Buffer.from(JSON.stringify(part));
  return bytes.toString('base64url');
}

/** A JWT by RS256; whatever its header says. */
export function signToken(key: SigningKey, claims: unknown, header: object = {}): string {
  const head = { alg: 'RS256', typ: 'JWT', kid: key.kid, ...header };
  const signed = `${encode(head)}.${encode(claims)}`;
  return `${signed}.${encode(sign('sha256', Buffer.from(signed), key.privateKey))}`;
}

/** How each algorithm signs with a key: those that a careless verifier falls for. */
export const OTHER_ALGORITHMS: Readonly<Record<string, (key: SigningKey, data: Buffer) => Buffer>> =
  {
    none: () => Buffer.alloc(0),
    HS256: ({ publicKey }, data) =>
      createHmac('sha256', publicKey.export({ type: 'spki', format: 'pem' }))
        .update(data)
        .digest(),
    HS512: ({ publicKey }, data) =>
      createHmac('sha512', publicKey.export({ type: 'spki', format: 'der' }))
        .update(data)
        .digest(),
    RS384: ({ privateKey }, data) => sign('sha384', data, privateKey),
    RS512: ({ privateKey }, data) => sign('sha512', data, privateKey),
    PS256: ({ privateKey }, data) =>
      sign('sha256', data, { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING }),
    ES256: (_key, data) => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    },
    EdDSA: (_key, data) => sign(null, data, generateKeyPairSync('ed25519').privateKey),
  };

/** A JWT that says it is signed by another algorithm, and is. */
export function signOtherwise(key: SigningKey, algorithm: string, claims: Claims): string {
  const signed = `${encode({ alg: algorithm, typ: 'JWT', kid: key.kid })}.${encode(claims)}`;
  return `${signed}.${encode(OTHER_ALGORITHMS[algorithm]!(key, Buffer.from(signed)))}`;
}

/** Stands in for the server that publishes Google's keys. */
export class KeyServer {
  keys: Record<string, unknown>[];
  cacheControl: string | undefined = 'public, max-age=20000, must-revalidate';
  /** What it answers instead, where that is told. */
  instead: { readonly status: number; readonly body: string } | undefined;

  private constructor(
    private readonly server: HttpServer,
    keys: readonly SigningKey[],
  ) {
    this.keys = keys.map(toJwk);
    server.handler = (_request, response) => {
      if (this.cacheControl !== undefined) response.setHeader('cache-control', this.cacheControl);
      const { status, body } = this.instead ?? {
        status: 200,
        body: JSON.stringify({ keys: this.keys }),
      };
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    };
  }

  static async start(...keys: SigningKey[]): Promise<KeyServer> {
    return new KeyServer(await HttpServer.start(() => undefined), keys);
  }

  get url(): string {
    return `http://${this.server.host}/oauth2/v3/certs`;
  }

  /** How often it was asked. */
  get fetches(): number {
    return this.server.requests.length;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

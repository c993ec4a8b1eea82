import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ServerCredentials } from '@grpc/grpc-js';
import { BigtableGate } from '../e2e/bigtable_gate.js';
import { temporaryFolder } from '../e2e/function.js';
import { HttpServer } from '../fakes/http_server.js';

const NEW_CERTIFICATE =
  'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost ' +
  '-addext subjectAltName=DNS:localhost -keyout key.pem -out cert.pem';

/**
 * An emulator that `cbt` takes for the service, so that it reads rows of any size: of what it knows to be an emulator, it
 * takes no message of more than 4 MiB, and the emulator sends a row in one. It has a certificate and an account of its own.
 */
export class CbtService {
  private constructor(
    private readonly folder: ReturnType<typeof temporaryFolder>,
    private readonly gate: BigtableGate,
    private readonly tokens: HttpServer,
  ) {}

  /** @param host of the emulator, `host:port` */
  static async start(host: string): Promise<CbtService> {
    const folder = temporaryFolder();
    const cwd = folder.path;
    await promisify(execFile)('openssl', NEW_CERTIFICATE.split(' '), { cwd });
    const pem = (name: string) => readFileSync(join(cwd, name));
    const pair = { private_key: pem('key.pem'), cert_chain: pem('cert.pem') };
    const gate = await BigtableGate.start(host, ServerCredentials.createSsl(null, [pair]));
    const tokens = await HttpServer.start((_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end('{"access_token":"any","token_type":"Bearer","expires_in":3600}');
    });
    writeFileSync(join(cwd, 'account.json'), newAccount(tokens.url));
    return new CbtService(folder, gate, tokens);
  }

  /** Tells `cbt` to go there. */
  get flags(): string[] {
    const file = (name: string) => join(this.folder.path, name);
    const endpoint = ['-data-endpoint', `localhost:${this.gate.port}`];
    return [...endpoint, '-cert-file', file('cert.pem'), '-creds', file('account.json')];
  }

  stop(): void {
    this.gate.stop();
    void this.tokens.stop();
    this.folder.remove();
  }
}

/** The key file of a service account, whose tokens are fetched there. */
function newAccount(tokenUri: string): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return JSON.stringify({
    type: 'service_account',
    client_email: 'reader@project.iam.gserviceaccount.com',
    private_key_id: '1',
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    token_uri: tokenUri,
  });
}

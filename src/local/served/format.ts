import { ProtocolError } from './protocol_error.js';

/** How a message is written. The protocol also knows text; this server does not. */
export type Format = 'binary' | 'json';

export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  binary: 'application/prpc; encoding=binary',
  json: 'application/json',
};

const SUPPORTED =
  '"application/prpc; encoding=binary", "application/json", "application/prpc; encoding=text", "application/json"';

const ENCODINGS: ReadonlyMap<string, Format> = new Map([
  ['', 'binary'],
  ['binary', 'binary'],
  ['json', 'json'],
]);

/**
 * How the request is written, by its Content-Type; binary where it does not say.
 *
 * @throws ProtocolError
 */
export function requestFormat(contentType: string | undefined): Format {
  const format = formatOf(contentType ?? '');
  if ('format' in format) return format.format;
  throw new ProtocolError('InvalidArgument', `bad Content-Type header: ${format.why}`, 415);
}

/**
 * How the answer is to be written, by the request's Accept: the one that is liked best, then binary.
 *
 * @throws ProtocolError
 */
export function answerFormat(accept: string | undefined): Format {
  if (accept === undefined || accept === '') return 'binary';
  let best: { format: Format; quality: number } | undefined;
  for (const item of accept.split(',').filter((text) => text.trim() !== '')) {
    const [, range, q] = /^(.*?)(?:;\s*q\s*=\s*([^;]*).*)?$/i.exec(item.trim())!;
    const quality = Number(q ?? 1);
    if (Number.isNaN(quality)) {
      const why = 'bad Accept header: q parameter: expected a floating-point number';
      throw new ProtocolError('InvalidArgument', why);
    }
    const found = formatOf(range!);
    if (!('format' in found)) continue;
    const better = best === undefined || quality > best.quality;
    if (better || (quality === best?.quality && found.format === 'binary')) {
      best = { format: found.format, quality };
    }
  }
  if (best !== undefined) return best.format;
  // Word for word what the reference says.
  const why = `specified media types are not not supported. Supported types: ${SUPPORTED}.`;
  throw new ProtocolError('InvalidArgument', `bad Accept header: ${why}`, 406);
}

function formatOf(mediaType: string): { format: Format } | { why: string } {
  const [type = '', ...parameters] = mediaType.split(';').map((part) => part.trim().toLowerCase());
  if (type === 'application/json') return { format: 'json' };
  if (['', '*/*', 'application/*', 'application/grpc'].includes(type)) return { format: 'binary' };
  if (type !== 'application/prpc') return { why: `unknown content type: ${JSON.stringify(type)}` };
  return formatOfParameters(parameters.filter((parameter) => parameter !== ''));
}

function formatOfParameters(parameters: readonly string[]): { format: Format } | { why: string } {
  let format: Format | undefined = 'binary';
  for (const parameter of parameters) {
    const [name = '', value = ''] = parameter.split('=', 2).map((part) => part.trim());
    if (name !== 'encoding') return { why: `unexpected parameter ${JSON.stringify(name)}` };
    const encoding = value.replace(/^"(.*)"$/, '$1');
    format = ENCODINGS.get(encoding);
    if (format === undefined) {
      const why = `invalid encoding parameter: ${JSON.stringify(encoding)}`;
      return { why: `${why}. Valid values: "binary", "json"` };
    }
  }
  return { format };
}

import { useRef, useState } from 'preact/hooks';
import type { StreamName } from '../api.js';
import { type KeyHelp, useHelp } from '../help.js';
import { useKeys } from '../hooks.js';
import { hexRow, ROW_BYTES } from '../model/hex.js';
import { indentJson } from '../model/json_text.js';
import { formatHash, parseHash } from '../model/line_range.js';
import { spansOf } from '../model/spans.js';
import type { StreamModel } from '../model/stream_model.js';
import { dateText, numberText, sizeText, timeText } from '../model/times.js';
import { type Unit, unitBytes } from '../model/units.js';
import { replaceHash } from '../route.js';
import { Rows, type RowsHandle } from './rows.js';
import { SpanView, useScheme } from './span_view.js';
import { StreamHeader } from './stream_header.js';
import { StreamStatus } from './stream_status.js';
import { GapNote } from './text_view.js';
import { useEnd } from './use_end.js';
import type { OpenedStream } from './use_stream.js';

const KEYS: KeyHelp = [
  ['g G', 'first and last datagram'],
  ['f', 'follow the end, or stop following'],
  ['?', 'these keys'],
];

/** Before it is measured, in pixels. */
const ROW_HEIGHT = 120;

/** The most lines of a datagram that are shown at first. */
const SHOWN_LINES = 100;

const AHEAD = 10;

interface DatagramPageProps {
  readonly stream: StreamName;
  readonly opened: OpenedStream;
  readonly hash: string;
}

export function DatagramPage({ stream, opened, hash }: DatagramPageProps) {
  const { model, trouble } = opened;
  const rows = useRef<RowsHandle>(null);
  const [follows, setFollows] = useState(false);
  const help = useHelp(KEYS);
  const [whole, setWhole] = useState<ReadonlySet<number>>(new Set());
  const selected = parseHash(hash);
  const toEnd = useEnd(model, () => rows.current?.show(Math.max(0, model.total - 1), 'end'));
  useKeys({
    g: () => {
      setFollows(false);
      rows.current?.show(0, 'start');
    },
    G: toEnd,
    f: () => {
      setFollows(!follows);
    },
    '?': help.open,
  });
  const size = model.total === 1 ? '1 datagram' : `${numberText(model.total)} datagrams`;
  return (
    <>
      <StreamHeader stream={stream} model={model} size={size} help={help.open} />
      <main class="log datagrams">
        <Rows
          label="Datagrams"
          total={model.total}
          rowHeight={ROW_HEIGHT}
          handle={rows}
          sticks={follows}
          onStick={(sticks) => {
            if (!sticks || model.terminalIndex === undefined) setFollows(sticks);
          }}
          onRange={(first, end) => {
            model.want(first - AHEAD, end + AHEAD);
          }}
          layout=""
          isPlain={() => false}
        >
          {(row) => (
            <DatagramView
              model={model}
              row={row}
              selected={selected?.first === row + 1}
              whole={whole.has(row)}
              showWhole={() => {
                setWhole(new Set([...whole, row]));
              }}
            />
          )}
        </Rows>
      </main>
      <StreamStatus model={model} trouble={trouble} />
      {help.dialog}
    </>
  );
}

interface DatagramProps {
  readonly model: StreamModel;
  readonly row: number;
  readonly selected: boolean;
  readonly whole: boolean;
  readonly showWhole: () => void;
}

function DatagramView({ model, row, selected, whole, showWhole }: DatagramProps) {
  const unit = model.units.find(row);
  if (unit === undefined) {
    const gap = model.units.gapAt(row);
    const missing = gap !== undefined && <GapNote gap={gap} />;
    return <article class="datagram">{missing !== false ? missing : '…'}</article>;
  }
  const { lines, kind } = contentOf(unit);
  const shown = whole ? lines : lines.slice(0, SHOWN_LINES);
  const hash = formatHash({ first: row + 1, last: row + 1 });
  return (
    <article class={`datagram${selected ? ' selected' : ''}`}>
      {unit.gap !== undefined && <GapNote gap={unit.gap} />}
      <p class="datagram-head">
        <a
          href={hash}
          onClick={(event) => {
            event.preventDefault();
            replaceHash(hash);
          }}
        >
          #{row}
        </a>
        <time title={dateText(model.started + unit.offsetMs)}>
          {timeText('local', model.started, unit.offsetMs)}
        </time>
        <span>{sizeText(unit.size + unit.leftOut)}</span>
        <span>{kind}</span>
      </p>
      <DatagramLines lines={shown} />
      {shown.length < lines.length && (
        <button type="button" onClick={showWhole}>
          Show all {numberText(lines.length)} lines
        </button>
      )}
    </article>
  );
}

function DatagramLines({ lines }: { lines: readonly string[] }) {
  const scheme = useScheme();
  const encoder = new TextEncoder();
  return (
    <pre>
      {lines.map((line, index) => (
        <span key={index} class="block">
          <SpanView spans={spansOf(encoder.encode(line))} scheme={scheme} />
          {'\n'}
        </span>
      ))}
    </pre>
  );
}

interface Content {
  readonly kind: string;
  readonly lines: readonly string[];
}

const contents = new WeakMap<Unit, { readonly size: number; readonly content: Content }>();

/** JSON with an indent; else a dump. */
function contentOf(unit: Unit): Content {
  const known = contents.get(unit);
  if (known?.size === unit.size) return known.content;
  const bytes = unitBytes(unit);
  const content = jsonOf(bytes) ?? { kind: 'hexadecimal', lines: dump(bytes) };
  contents.set(unit, { size: unit.size, content });
  return content;
}

function jsonOf(bytes: Uint8Array): Content | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const indented = indentJson(text);
    return indented === undefined ? undefined : { kind: 'JSON', lines: indented.split('\n') };
  } catch {
    return undefined;
  }
}

function dump(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += ROW_BYTES) {
    lines.push(hexRow(at, bytes.subarray(at, at + ROW_BYTES)).join('  '));
  }
  return lines;
}

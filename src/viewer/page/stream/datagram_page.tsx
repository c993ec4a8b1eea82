import { useMemo, useState } from 'preact/hooks';
import type { KeyHelp } from '../help.js';
import { hexRow, ROW_BYTES } from '../model/hex.js';
import { indentJson } from '../model/json_text.js';
import { formatHash, parseHash } from '../model/line_range.js';
import { spansOf } from '../model/spans.js';
import type { StreamModel } from '../model/stream_model.js';
import { countText, dateText, numberText, sizeText, timeText } from '../model/times.js';
import { type Unit, unitBytes } from '../model/units.js';
import { replaceHash } from '../route.js';
import { LogPage, type StreamPageProps, usePlace } from './log_page.js';
import { SpanView, useScheme } from './span_view.js';
import { GapNote } from './text_view.js';

const KEYS: KeyHelp = [
  ['g G', 'first and last datagram'],
  ['f', 'follow the end, or stop following'],
  ['?', 'these keys'],
];

/** Before it is measured, in pixels. */
const ROW_HEIGHT = 120;

/** The most lines of a datagram that are shown at first. */
const SHOWN_LINES = 100;

const ROWS_AHEAD = 10;

export function DatagramPage({ stream, opened, hash }: StreamPageProps) {
  const { model } = opened;
  const place = usePlace(model);
  const [whole, setWhole] = useState<ReadonlySet<number>>(new Set());
  const selected = parseHash(hash);
  return (
    <LogPage
      {...{ stream, opened, place }}
      class="log datagrams"
      size={countText(model.total, 'datagram')}
      keys={KEYS}
      label="Datagrams"
      rowHeight={ROW_HEIGHT}
      rowsAhead={ROWS_AHEAD}
      isPlain={() => false}
    >
      {(row) => (
        <DatagramView
          model={model}
          row={row}
          selected={selected?.first === row + 1}
          whole={whole.has(row)}
          showWhole={() => setWhole(new Set([...whole, row]))}
        />
      )}
    </LogPage>
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
  // It is rendered at each scroll.
  const content = useMemo(() => unit && contentOf(unit), [unit, unit?.size]);
  if (unit === undefined || content === undefined) {
    const gap = model.units.gapAt(row);
    const missing = gap !== undefined && <GapNote gap={gap} />;
    return <article class="datagram">{missing !== false ? missing : '…'}</article>;
  }
  const { lines, kind } = content;
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

/** JSON with an indent; else a dump. */
function contentOf(unit: Unit): Content {
  const bytes = unitBytes(unit);
  return jsonOf(bytes) ?? { kind: 'hexadecimal', lines: dump(bytes) };
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

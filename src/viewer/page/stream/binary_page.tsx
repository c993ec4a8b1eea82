import { useEffect, useRef, useState } from 'preact/hooks';
import { rawUrl, type StreamName } from '../api.js';
import { type KeyHelp, useHelp } from '../help.js';
import { useKeys } from '../hooks.js';
import { hexRow, imageType, ROW_BYTES } from '../model/hex.js';
import type { StreamModel } from '../model/stream_model.js';
import { numberText, sizeText } from '../model/times.js';
import { Rows, type RowsHandle } from './rows.js';
import { StreamHeader } from './stream_header.js';
import { StreamStatus } from './stream_status.js';
import { LINE_HEIGHT } from './text_view.js';
import { useEnd } from './use_end.js';
import type { OpenedStream } from './use_stream.js';

const KEYS: KeyHelp = [
  ['g G', 'first and last byte'],
  ['f', 'follow the end, or stop following'],
  ['?', 'these keys'],
];

/** A larger image is downloaded, not shown. */
const MAX_IMAGE_BYTES = 32 * 1024 * 1024;

/** How many rows before and behind those that are seen are loaded with them. */
const AHEAD_ROWS = 200;

interface BinaryPageProps {
  readonly stream: StreamName;
  readonly opened: OpenedStream;
}

export function BinaryPage({ stream, opened }: BinaryPageProps) {
  const { model, trouble } = opened;
  const rows = useRef<RowsHandle>(null);
  const [follows, setFollows] = useState(false);
  const help = useHelp(KEYS);
  const total = Math.ceil(model.total / ROW_BYTES);
  const toEnd = useEnd(model, () => rows.current?.show(Math.max(0, total - 1), 'end'));
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
  const bytes = model.total === 1 ? '1 byte' : `${numberText(model.total)} bytes`;
  const size = model.total < 1000 ? bytes : `${sizeText(model.total)} (${bytes})`;
  return (
    <>
      <StreamHeader stream={stream} model={model} size={size} help={help.open} />
      <main class="log binary">
        <Image stream={stream} model={model} />
        <Rows
          label="Bytes in hexadecimal"
          total={total}
          rowHeight={LINE_HEIGHT}
          handle={rows}
          sticks={follows}
          onStick={(sticks) => {
            if (!sticks || model.terminalIndex === undefined) setFollows(sticks);
          }}
          onRange={(first, end) => {
            model.want((first - AHEAD_ROWS) * ROW_BYTES, (end + AHEAD_ROWS) * ROW_BYTES);
          }}
          layout=""
          isPlain={() => true}
        >
          {(row) => <HexLine model={model} row={row} />}
        </Rows>
      </main>
      <StreamStatus model={model} trouble={trouble} />
      {help.dialog}
    </>
  );
}

function HexLine({ model, row }: { model: StreamModel; row: number }) {
  const offset = row * ROW_BYTES;
  const bytes = bytesOf(model, offset, Math.min(model.total, offset + ROW_BYTES));
  if (bytes === undefined) {
    return <div class="hex">{model.units.gapAt(offset) === undefined ? '…' : 'missing'}</div>;
  }
  const [place, hex, looks] = hexRow(offset, bytes);
  return (
    <div class="hex">
      <span class="offset">{place}</span>
      <span class="bytes">{hex}</span>
      <span class="looks">{looks}</span>
    </div>
  );
}

/** Returns the bytes of a range, where all of them are in the page. */
function bytesOf(model: StreamModel, from: number, to: number): Uint8Array | undefined {
  const bytes = new Uint8Array(to - from);
  for (let at = from; at < to;) {
    const piece = model.units.bytes(at)?.subarray(0, to - at);
    if (piece === undefined) return undefined;
    bytes.set(piece, at - from);
    at += piece.length;
  }
  return bytes;
}

/** Renders the stream as an image, where it is one of a known type and whole. */
function Image({ stream, model }: { stream: StreamName; model: StreamModel }) {
  const [url, setUrl] = useState<string>();
  const type = imageType(model.units.bytes(0) ?? new Uint8Array(0));
  const whole = model.terminalIndex === model.lastIndex && model.units.gaps.length === 0;
  const shown = type !== undefined && whole && model.total <= MAX_IMAGE_BYTES;
  useEffect(() => {
    if (!shown) return undefined;
    let made: string | undefined;
    let ended = false;
    void loadImage(stream, type).then((image) => {
      if (ended || image === undefined) return;
      made = URL.createObjectURL(image);
      setUrl(made);
    });
    return () => {
      ended = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [shown]);
  if (!shown || url === undefined) return null;
  return (
    <figure class="image">
      <img src={url} alt={`The stream as an image (${type})`} />
    </figure>
  );
}

async function loadImage(stream: StreamName, type: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(rawUrl(stream));
    if (!response.ok) return undefined;
    return new Blob([await response.arrayBuffer()], { type });
  } catch {
    // The bytes are shown all the same.
    return undefined;
  }
}

import { useEffect, useState } from 'preact/hooks';
import { rawUrl, type StreamName } from '../api.js';
import type { KeyHelp } from '../help.js';
import { hexRow, imageType, ROW_BYTES } from '../model/hex.js';
import type { StreamModel } from '../model/stream_model.js';
import { countText, sizeText } from '../model/times.js';
import { LogPage, type StreamPageProps, usePlace } from './log_page.js';
import { LINE_HEIGHT } from './text_view.js';

const KEYS: KeyHelp = [
  ['g G', 'first and last byte'],
  ['f', 'follow the end, or stop following'],
  ['?', 'these keys'],
];

/** A larger image is downloaded, not shown. */
const MAX_IMAGE_BYTES = 32 * 1024 * 1024;

const ROWS_AHEAD = 200;

export function BinaryPage({ stream, opened }: StreamPageProps) {
  const { model } = opened;
  const place = usePlace(model, ROW_BYTES);
  const bytes = countText(model.total, 'byte');
  return (
    <LogPage
      {...{ stream, opened, place }}
      class="log binary"
      size={model.total < 1000 ? bytes : `${sizeText(model.total)} (${bytes})`}
      keys={KEYS}
      aboveRows={<Image stream={stream} model={model} />}
      label="Bytes in hexadecimal"
      rowHeight={LINE_HEIGHT}
      rowsAhead={ROWS_AHEAD}
      isPlain={() => true}
    >
      {(row) => <HexLine model={model} row={row} />}
    </LogPage>
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

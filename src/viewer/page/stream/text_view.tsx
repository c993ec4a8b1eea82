import { useMemo } from 'preact/hooks';
import { numberText, timeText, type TimeMode } from '../model/times.js';
import { formatHash, hasLine, type LineRange } from '../model/line_range.js';
import { BLOCK_CHARS, blocksOf, markFound, spansOf } from '../model/spans.js';
import type { StreamModel } from '../model/stream_model.js';
import { type Gap, type Unit, unitBytes } from '../model/units.js';
import { SpanView, useScheme } from './span_view.js';

export const LINE_HEIGHT = 20;

/** Named characters are longer than their bytes, by up to this factor (`U+E0001` for four bytes, `\\xFF` for one). */
const ONE_ROW_BYTES = BLOCK_CHARS / 4;

interface LineProps {
  readonly model: StreamModel;
  /** From 0 on. */
  readonly line: number;
  readonly needle: string;
  readonly timeMode: TimeMode;
  /** The lines of the link. */
  readonly selected: LineRange | undefined;
  /** The line that the search is at. */
  readonly current: number | undefined;
  readonly onNumber: (line: number, extend: boolean) => void;
}

/** Renders a line of text with its number, and its time where that is wanted. */
export function LineView(props: LineProps) {
  const { model, line, needle, timeMode, selected, current, onNumber } = props;
  const number = line + 1;
  const unit = model.units.find(line);
  const gap = unit === undefined ? model.units.gapAt(line) : undefined;
  const isSelected = hasLine(selected, number);
  const marks = `${isSelected ? ' selected' : ''}${current === line ? ' current' : ''}`;
  return (
    <div class={`line${marks}${gap === undefined ? '' : ' missing'}`}>
      <a
        class="number"
        href={formatHash({ first: number, last: number })}
        aria-label={`Line ${number}`}
        onClick={(event) => {
          event.preventDefault();
          onNumber(number, event.shiftKey);
        }}
      >
        {number}
      </a>
      {timeMode !== 'off' && (
        <time class="time">
          {unit !== undefined && timeText(timeMode, model.started, unit.offsetMs)}
        </time>
      )}
      <div class="text">
        {unit?.gap !== undefined && <GapNote gap={unit.gap} />}
        {unit !== undefined && <TextOf unit={unit} needle={needle} />}
        {gap?.first === line && <GapNote gap={gap} />}
        {unit === undefined && gap === undefined && <span class="loading">…</span>}
      </div>
    </div>
  );
}

/** Logs that are missing. */
export function GapNote({ gap }: { gap: Gap }) {
  const { fromIndex, toIndex, first, end } = gap;
  const one = fromIndex === toIndex;
  const logs = one
    ? `Log ${numberText(fromIndex)} is missing`
    : `Logs ${numberText(fromIndex)} to ${numberText(toIndex)} are missing`;
  const lines = end > first ? `, lines ${numberText(first + 1)} to ${numberText(end)}` : '';
  return (
    <span class="gap-note">
      {logs}
      {lines}
    </span>
  );
}

/** Returns whether a line is one row high where lines do not wrap: each character of it takes a byte or more. */
export function isOneRow(model: StreamModel, line: number): boolean {
  return (model.units.find(line)?.size ?? 0) <= ONE_ROW_BYTES;
}

function TextOf({ unit, needle }: { unit: Unit; needle: string }) {
  const scheme = useScheme();
  // It is rendered at each scroll.
  const blocks = useMemo(
    () => blocksOf(markFound(spansOf(unitBytes(unit)), needle)),
    [unit, unit.size, needle],
  );
  const [only] = blocks;
  return (
    <>
      {blocks.length === 1 ? (
        <SpanView spans={only!} scheme={scheme} />
      ) : (
        blocks.map((spans, index) => (
          <span key={index} class="block">
            <SpanView spans={spans} scheme={scheme} />
          </span>
        ))
      )}
      {unit.leftOut > 0 && (
        <span class="gap-note">
          {numberText(unit.leftOut)} more bytes of this line are left out: the download has them
        </span>
      )}
    </>
  );
}

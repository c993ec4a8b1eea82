import { useEffect, useRef, useState } from 'preact/hooks';
import type { StreamName } from '../api.js';
import { type KeyHelp, useHelp } from '../help.js';
import { useKeys } from '../hooks.js';
import { copyText } from '../model/copy_text.js';
import { formatHash, type LineRange, parseHash } from '../model/line_range.js';
import { numberText, TIME_LABELS, TIME_MODES, type TimeMode } from '../model/times.js';
import { replaceHash } from '../route.js';
import { Rows, type RowsHandle } from './rows.js';
import { SearchBox } from './search_box.js';
import { StreamHeader } from './stream_header.js';
import { StreamStatus } from './stream_status.js';
import { isOneRow, LINE_HEIGHT, LineView } from './text_view.js';
import { useEnd } from './use_end.js';
import { useSearch } from './use_search.js';
import type { OpenedStream } from './use_stream.js';

/** How many lines before and behind those that are seen are loaded with them. */
const AHEAD_LINES = 100;

const KEYS: KeyHelp = [
  ['/', 'search'],
  ['n N', 'next and previous line that was found'],
  ['g G', 'first and last line'],
  [':', 'go to a line by its number'],
  ['f', 'follow the end, or stop following'],
  ['w', 'wrap long lines, or not'],
  ['t', 'times: none, local, UTC, since the start'],
  ['c', 'copy the lines of the link, or all'],
  ['Esc', 'leave a field; forget the search'],
  ['?', 'these keys'],
];

interface TextPageProps {
  readonly stream: StreamName;
  readonly opened: OpenedStream;
  readonly hash: string;
}

export function TextPage({ stream, opened, hash }: TextPageProps) {
  const { model, trouble } = opened;
  const rows = useRef<RowsHandle>(null);
  const [wrap, setWrap] = useState(false);
  const [timeMode, setTimeMode] = useState<TimeMode>('off');
  const [follows, setFollows] = useState(hash === '' && model.terminalIndex === undefined);
  const help = useHelp(KEYS);
  const [notice, setNotice] = useState('');
  const searchInput = useRef<HTMLInputElement>(null);
  const jumpInput = useRef<HTMLInputElement>(null);
  const selected = parseHash(hash);
  const show = (line: number, align: 'start' | 'center' | 'end' = 'center') => {
    setFollows(false);
    rows.current?.show(Math.max(0, Math.min(model.total - 1, line)), align);
  };
  const search = useSearch(stream, model, show);
  const step = (direction: 1 | -1) => {
    const seen = rows.current?.firstSeen() ?? 0;
    search.step(direction, search.current ?? (direction > 0 ? seen - 1 : seen));
  };
  const copy = () => {
    void copyText(model, selected).then(setNotice);
  };

  const toEnd = useEnd(model, () => {
    show(model.total - 1, 'end');
  });
  useShownSelection(selected, hash, model.total, show);
  useKeys({
    '/': () => searchInput.current?.select(),
    ':': () => jumpInput.current?.select(),
    '?': help.open,
    n: () => {
      step(1);
    },
    N: () => {
      step(-1);
    },
    g: () => {
      show(0, 'start');
    },
    G: toEnd,
    f: () => {
      setFollows(!follows);
    },
    w: () => {
      setWrap(!wrap);
    },
    t: () => {
      setTimeMode(TIME_MODES[(TIME_MODES.indexOf(timeMode) + 1) % TIME_MODES.length]!);
    },
    c: copy,
    Escape: () => {
      if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
      else search.setNeedle('');
    },
  });

  const extend = (line: number, more: boolean) => {
    const first = more && selected !== undefined ? Math.min(selected.first, line) : line;
    const last = more && selected !== undefined ? Math.max(selected.last, line) : line;
    replaceHash(formatHash({ first, last }));
  };
  const lines = model.total === 1 ? '1 line' : `${numberText(model.total)} lines`;
  const classes = `log${wrap ? ' wrap' : ''} digits-${String(model.total).length}`;

  return (
    <>
      <StreamHeader stream={stream} model={model} size={lines} help={help.open}>
        <SearchBox search={search} total={model.total} input={searchInput} step={step} />
        <form
          class="field jump"
          onSubmit={(event) => {
            event.preventDefault();
            const line = Number(jumpInput.current?.value ?? '');
            if (!(line >= 1)) return;
            extend(Math.min(line, model.total), false);
            jumpInput.current?.blur();
          }}
        >
          <label class="label" for="jump">
            Line
          </label>
          <input
            id="jump"
            ref={jumpInput}
            type="text"
            inputMode="numeric"
            pattern="[0-9]*"
            size={6}
          />
        </form>
        <label class="field">
          <span class="label">Times</span>
          <select
            value={timeMode}
            onChange={(event) => {
              setTimeMode(event.currentTarget.value as TimeMode);
            }}
          >
            {TIME_MODES.map((mode) => (
              <option key={mode} value={mode}>
                {TIME_LABELS[mode]}
              </option>
            ))}
          </select>
        </label>
        <Toggle label="Wrap" pressed={wrap} press={setWrap} />
        <Toggle label="Follow" pressed={follows} press={setFollows} />
        <button type="button" onClick={copy}>
          {selected === undefined ? 'Copy' : 'Copy lines'}
        </button>
      </StreamHeader>
      <main class={classes}>
        {model.total === 0 && (
          <p class="notice">
            {model.terminalIndex === undefined ? 'No line has come yet.' : 'There is no line.'}
          </p>
        )}
        <Rows
          label="Lines"
          total={model.total}
          rowHeight={LINE_HEIGHT}
          handle={rows}
          sticks={follows}
          onStick={(sticks) => {
            if (!sticks || model.terminalIndex === undefined) setFollows(sticks);
          }}
          onRange={(first, end) => {
            model.want(first - AHEAD_LINES, end + AHEAD_LINES);
          }}
          layout={`${String(wrap)} ${timeMode}`}
          isPlain={(line) => !wrap && isOneRow(model, line)}
        >
          {(line) => (
            <LineView
              model={model}
              line={line}
              needle={search.needle}
              timeMode={timeMode}
              selected={selected}
              current={search.current}
              onNumber={extend}
            />
          )}
        </Rows>
      </main>
      <StreamStatus model={model} trouble={trouble} />
      <p class="toast" role="status">
        {notice}
      </p>
      {help.dialog}
    </>
  );
}

/** Shows the lines of a link once they are there. */
function useShownSelection(
  selected: LineRange | undefined,
  hash: string,
  total: number,
  show: (line: number) => void,
): void {
  const shown = useRef('');
  useEffect(() => {
    if (selected === undefined || shown.current === hash || selected.first > total) return;
    shown.current = hash;
    show(selected.first - 1);
  }, [hash, total]);
}

interface ToggleProps {
  readonly label: string;
  readonly pressed: boolean;
  readonly press: (pressed: boolean) => void;
}

function Toggle({ label, pressed, press }: ToggleProps) {
  return (
    <button
      type="button"
      class="toggle"
      aria-pressed={pressed}
      onClick={() => {
        press(!pressed);
      }}
    >
      {label}
    </button>
  );
}

import { useEffect, useRef, useState } from 'preact/hooks';
import type { KeyHelp } from '../help.js';
import type { KeyActions } from '../hooks.js';
import { copyText } from '../model/copy_text.js';
import { formatHash, parseHash } from '../model/line_range.js';
import { countText, TIME_LABELS, TIME_MODES, type TimeMode } from '../model/times.js';
import { replaceHash } from '../route.js';
import { LogPage, type StreamPageProps, usePlace } from './log_page.js';
import { SearchBox } from './search_box.js';
import { isOneRow, LINE_HEIGHT, LineView } from './text_view.js';
import { useSearch } from './use_search.js';

const LINES_AHEAD = 100;

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

export function TextPage({ stream, opened, hash }: StreamPageProps) {
  const { model } = opened;
  const place = usePlace(model, 1, hash === '' && model.terminalIndex === undefined);
  const { total, show, follows, setFollows } = place;
  const [wrap, setWrap] = useState(false);
  const [timeMode, setTimeMode] = useState<TimeMode>('off');
  const [notice, setNotice] = useState('');
  const searchInput = useRef<HTMLInputElement>(null);
  const jumpInput = useRef<HTMLInputElement>(null);
  const selected = parseHash(hash);
  const search = useSearch(stream, model, show);
  const step = (direction: 1 | -1) => {
    const seen = place.handle.current?.firstSeen() ?? 0;
    search.step(direction, search.current ?? (direction > 0 ? seen - 1 : seen));
  };
  const copy = () => {
    void copyText(model, selected).then(setNotice);
  };
  const shownHash = useRef('');
  // The lines of a link are shown once they are there.
  useEffect(() => {
    if (selected === undefined || shownHash.current === hash || selected.first > total) return;
    shownHash.current = hash;
    show(selected.first - 1);
  }, [hash, total]);
  const actions: KeyActions = {
    '/': () => searchInput.current?.select(),
    ':': () => jumpInput.current?.select(),
    n: () => step(1),
    N: () => step(-1),
    w: () => setWrap(!wrap),
    t: () => setTimeMode(TIME_MODES[(TIME_MODES.indexOf(timeMode) + 1) % TIME_MODES.length]!),
    c: copy,
    Escape: () => {
      if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
      else search.setNeedle('');
    },
  };

  const extend = (line: number, more: boolean) => {
    const first = more && selected !== undefined ? Math.min(selected.first, line) : line;
    const last = more && selected !== undefined ? Math.max(selected.last, line) : line;
    replaceHash(formatHash({ first, last }));
  };
  const classes = `log${wrap ? ' wrap' : ''} digits-${String(total).length}`;

  const tools = (
    <>
      <SearchBox search={search} total={total} input={searchInput} step={step} />
      <form
        class="field jump"
        onSubmit={(event) => {
          event.preventDefault();
          const line = Number(jumpInput.current?.value ?? '');
          if (!(line >= 1)) return;
          extend(Math.min(line, total), false);
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
          onChange={(event) => setTimeMode(event.currentTarget.value as TimeMode)}
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
    </>
  );
  const none = model.terminalIndex === undefined ? 'No line has come yet.' : 'There is no line.';

  return (
    <>
      <LogPage
        {...{ stream, opened, place, actions, tools }}
        class={classes}
        size={countText(total, 'line')}
        keys={KEYS}
        aboveRows={total === 0 && <p class="notice">{none}</p>}
        label="Lines"
        rowHeight={LINE_HEIGHT}
        rowsAhead={LINES_AHEAD}
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
      </LogPage>
      <p class="toast" role="status">
        {notice}
      </p>
    </>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly pressed: boolean;
  readonly press: (pressed: boolean) => void;
}

function Toggle({ label, pressed, press }: ToggleProps) {
  return (
    <button type="button" class="toggle" aria-pressed={pressed} onClick={() => press(!pressed)}>
      {label}
    </button>
  );
}

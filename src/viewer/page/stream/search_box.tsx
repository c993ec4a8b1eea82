import type { RefObject } from 'preact';
import { numberText } from '../model/times.js';
import type { Search } from './use_search.js';

interface SearchBoxProps {
  readonly search: Search;
  /** How many lines there are. */
  readonly total: number;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly step: (direction: 1 | -1) => void;
}

const STEPS = [
  ['Previous', '↑', -1],
  ['Next', '↓', 1],
] as const;

/** Renders the search: what for, how many lines have it, and the way from one to the next. */
export function SearchBox({ search, total, input, step }: SearchBoxProps) {
  const { needle, found } = search;
  return (
    <form
      class="field search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        step(1);
      }}
    >
      <label class="label" for="search">
        Search
      </label>
      <input
        id="search"
        ref={input}
        type="search"
        value={needle}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        onInput={(event) => search.setNeedle(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.shiftKey) {
            event.preventDefault();
            step(-1);
          }
        }}
      />
      <span class="found-count" role="status">
        {needle !== '' && countText(search, total)}
      </span>
      {STEPS.map(([label, arrow, direction]) => (
        <button
          key={label}
          type="button"
          class="quiet"
          aria-label={label}
          disabled={found.size === 0}
          onClick={() => step(direction)}
        >
          {arrow}
        </button>
      ))}
    </form>
  );
}

function countText({ found, current, done, searched, failure }: Search, total: number): string {
  if (failure !== undefined) return failure;
  const lines = `${numberText(found.size)}${found.full ? '+' : ''}`;
  const place =
    current === undefined ? lines : `${numberText(found.countUpTo(current))} of ${lines}`;
  if (done) return found.size === 0 ? 'not found' : place;
  const percent = total === 0 ? 0 : Math.min(99, Math.floor((searched / total) * 100));
  return `${place} (${percent} %)`;
}

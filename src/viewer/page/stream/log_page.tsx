import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StreamName } from '../api.js';
import { type KeyHelp, useHelp } from '../help.js';
import { type KeyActions, useKeys } from '../hooks.js';
import type { StreamModel } from '../model/stream_model.js';
import { Rows, type RowsHandle, type RowsProps } from './rows.js';
import { StreamHeader, StreamStatus } from './stream_header.js';
import type { OpenedStream } from './use_stream.js';

/** What the page of a stream gets, whatever its type. */
export interface StreamPageProps {
  readonly stream: StreamName;
  readonly opened: OpenedStream;
  /** The part of the address from `#` on. */
  readonly hash: string;
}

/** What a page keeps of its rows: which are shown, and whether the end is followed. */
export type Place = ReturnType<typeof usePlace>;

export function usePlace(model: StreamModel, unitsPerRow = 1, followsAtFirst = false) {
  const handle = useRef<RowsHandle>(null);
  const [follows, setFollows] = useState(followsAtFirst);
  const [endWanted, setEndWanted] = useState(false);
  const total = Math.ceil(model.total / unitsPerRow);
  useEffect(() => {
    if (!endWanted || !model.settled) return;
    setEndWanted(false);
    handle.current?.show(Math.max(0, total - 1), 'end');
  }, [endWanted, model.settled]);
  return {
    handle,
    unitsPerRow,
    total,
    follows,
    setFollows,
    /** Goes to a row, and stops following. */
    show: (row: number, align: 'start' | 'center' = 'center') => {
      setFollows(false);
      handle.current?.show(Math.max(0, Math.min(total - 1, row)), align);
    },
    /** Goes to the end: at once where that is known, else as soon as it is. */
    showEnd: () => {
      setEndWanted(true);
    },
  };
}

interface LogPageProps
  extends
    Pick<StreamPageProps, 'stream' | 'opened'>,
    Pick<RowsProps, 'label' | 'rowHeight' | 'isPlain' | 'layout' | 'children'> {
  readonly place: Place;
  readonly class: string;
  /** How long the stream is. */
  readonly size: string;
  readonly keys: KeyHelp;
  /** Of the keys that only this type of stream has. */
  readonly actions?: KeyActions;
  /** What this type of stream adds to the tools. */
  readonly tools?: ComponentChildren;
  readonly aboveRows?: ComponentChildren;
  /** How many rows before and behind those that are seen are loaded with them. */
  readonly rowsAhead: number;
}

/** Renders a stream: its name, its tools, its rows, and how it stands. */
export function LogPage(props: LogPageProps) {
  const { stream, opened, place, size, keys, actions, tools, aboveRows, rowsAhead } = props;
  const { label, rowHeight, isPlain, layout, children } = props;
  const { model, trouble } = opened;
  const { handle, unitsPerRow, total, follows, setFollows } = place;
  const help = useHelp(keys);
  useKeys({
    g: () => place.show(0, 'start'),
    G: place.showEnd,
    f: () => setFollows(!follows),
    '?': help.open,
    ...actions,
  });
  return (
    <>
      <StreamHeader stream={stream} model={model} size={size} help={help.open}>
        {tools}
      </StreamHeader>
      <main class={props.class}>
        {aboveRows}
        <Rows
          {...{ label, total, rowHeight, handle, layout, isPlain, children }}
          sticks={follows}
          onStick={(sticks) => {
            if (!sticks || model.terminalIndex === undefined) setFollows(sticks);
          }}
          onRange={(first, end) =>
            model.want((first - rowsAhead) * unitsPerRow, (end + rowsAhead) * unitsPerRow)
          }
        />
      </main>
      <StreamStatus model={model} trouble={trouble} />
      {help.dialog}
    </>
  );
}

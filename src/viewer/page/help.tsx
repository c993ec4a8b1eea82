import { useEffect, useRef, useState } from 'preact/hooks';

export type KeyHelp = readonly (readonly [key: string, action: string])[];

/** Keeps whether the keys of a page are shown. @returns what shows them, and their dialog, while it is open */
export function useHelp(keys: KeyHelp) {
  const [shown, setShown] = useState(false);
  const open = () => {
    setShown(true);
  };
  return { open, dialog: shown && <Help keys={keys} close={() => setShown(false)} /> };
}

/** Renders the keys of a page, in a dialog. */
function Help({ keys, close }: { keys: KeyHelp; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={close}>
      <h2 id="help-title">Keys</h2>
      <dl>
        {keys.map(([key, action]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{action}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}

import { useEffect, useState } from 'preact/hooks';
import type { StreamModel } from '../model/stream_model.js';

/**
 * Leads to the end of a stream: at once where that is known, else as soon as it is.
 *
 * @param show shows the last row
 */
export function useEnd(model: StreamModel, show: () => void): () => void {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (!wanted || !model.settled) return;
    setWanted(false);
    show();
  }, [wanted, model.settled]);
  return () => {
    setWanted(true);
  };
}

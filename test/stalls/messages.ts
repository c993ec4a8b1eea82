import { DEFAULTS } from '../../src/common/defaults.js';
import type { WriteMode } from '../../src/storage/bigtable/bigtable.js';
import type { StallCase } from './case.js';
import { descriptorCases } from './descriptors.js';
import { LOG_CASES } from './logs.js';
import { pushCases } from './pushes.js';

/**
 * The worst messages and pushes.
 *
 * @param writes how rows are written; default: into the local store
 */
export function messageCases(writes?: WriteMode): readonly StallCase[] {
  const rowByRow = writes === 'conditional';
  const most = rowByRow ? DEFAULTS.rowByRowMaxStreams : DEFAULTS.maxStreams;
  const cases = [...descriptorCases(most), ...LOG_CASES, ...pushCases(most)];
  // With a lower limit of rows, a message has more of them than with the default, and each is a call.
  return cases.filter(({ settings }) => !rowByRow || settings?.ROW_LIMIT_BYTES === undefined);
}

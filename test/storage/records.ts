export { recordsOf } from '../../src/testing/records.js';

import { originOf } from '../../../src/coordinator/prpc/origin.js';
import { codeOf } from '../../codes.js';

test.each([
  ['logs.example.com', false, 'https://logs.example.com'],
  ['logs.example.com:8443', false, 'https://logs.example.com:8443'],
  ['logs.example.com:80', false, 'https://logs.example.com:80'],
  ['logs.example.com', true, 'http://logs.example.com'],
  ['localhost:8080', false, 'http://localhost:8080'],
  ['127.0.0.1:8080', false, 'http://127.0.0.1:8080'],
  ['127.9.9.9', false, 'http://127.9.9.9'],
  ['[::1]:8080', false, 'http://[::1]:8080'],
  ['localhost.example.com', false, 'https://localhost.example.com'],
  ['10.0.0.1', false, 'https://10.0.0.1'],
])('the origin of %s, insecure %s, is %s', (host, insecure, origin) => {
  expect(originOf(host, insecure)).toBe(origin);
});

test.each([
  '',
  ' ',
  'https://logs.example.com',
  'logs.example.com/',
  'logs.example.com/prpc',
  'logs.example.com?a',
  'user:password@logs.example.com',
  'logs.example.com:99999',
  'logs.example.com:x',
  'a b',
])('%j is not a host', (host) => {
  expect(codeOf(() => originOf(host, false))).toBe('BAD_SETTINGS');
});

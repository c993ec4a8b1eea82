export * from '../src/testing/message.js';

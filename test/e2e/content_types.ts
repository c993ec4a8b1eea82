/** The content types that a push can come with: the emulator's, none, and such as an attribute of the message may name. */
export const CONTENT_TYPES: readonly (string | undefined)[] = [
  'application/x-www-form-urlencoded',
  undefined,
  'application/json',
  'application/json; charset=utf-16',
  'application/octet-stream',
  'application/cloudevents+json',
  'multipart/form-data; boundary=x',
  'text/plain',
  'no type at all',
];

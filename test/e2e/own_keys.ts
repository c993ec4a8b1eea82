/** Loaded before the function (`node --require`): Google's keys are those of the test's own server, OWN_KEYS_URL. */
const googleFetch = globalThis.fetch;

globalThis.fetch = (input, init) => {
  const ours = input === 'https://www.googleapis.com/oauth2/v3/certs';
  return googleFetch(ours ? process.env.OWN_KEYS_URL! : input, init);
};

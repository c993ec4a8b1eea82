/** Does something with what is open, and closes it. */
export async function whileOpen<O extends { close(): unknown }, T>(
  opened: O,
  use: (opened: O) => Promise<T>,
): Promise<T> {
  try {
    return await use(opened);
  } finally {
    await opened.close();
  }
}

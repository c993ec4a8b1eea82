/** Does something, and returns what gives its result, or throws what it has thrown. */
export function attempted<T>(action: () => T): () => T {
  try {
    const result = action();
    return () => result;
  } catch (thrown) {
    return () => {
      throw thrown;
    };
  }
}

/**
 * Passes on what comes of a load, but not a failure once the reader is leaving the page: a browser then gives up all
 * that is still on its way, some engines long before the page is gone, and nobody needs to hear of it.
 */
export function unlessLeaving<T>(load: Promise<T>): Promise<T> {
  let isLeaving = false;
  const leave = (): void => void (isLeaving = true);
  // Only while it loads: some browsers do not keep a page that listens to `beforeunload` for the way back.
  const types = ['beforeunload', 'pagehide'] as const;
  for (const type of types) addEventListener(type, leave);
  return new Promise<T>((resolve, reject) => {
    load
      .finally(() => {
        for (const type of types) removeEventListener(type, leave);
      })
      .then(resolve, (error: Error) => {
        if (!isLeaving) reject(error);
      });
  });
}

/**
 * What comes of a load, but not its failure once the page is being left: a browser then gives up all that is still on
 * its way, some engines long before the page is gone, and nobody needs to hear of it.
 */
export function unlessLeaving<T>(load: Promise<T>): Promise<T> {
  let leaving = false;
  const leave = (): unknown => (leaving = true);
  // Only for so long: a page that listens to `beforeunload` is not always kept for the way back.
  const listen = (change: typeof addEventListener): void => {
    for (const type of ['beforeunload', 'pagehide']) change(type, leave);
  };
  listen(addEventListener);
  return new Promise<T>((resolve, reject) => {
    load
      .finally(() => listen(removeEventListener))
      .then(resolve, (error: Error) => {
        if (!leaving) reject(error);
      });
  });
}

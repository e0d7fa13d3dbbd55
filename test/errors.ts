/**
 * Collects, for the tests of a file's `describe`, what the page hears of as an error: what was thrown by an event's
 * listener or in a task, and promises that were rejected.
 * @returns the list of the present test, which it may empty of what it expects
 */
export function watchErrors(): () => string[] {
  const errors: string[] = [];
  const textOf = (error: unknown): string =>
    error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
  const onError = (event: ErrorEvent): void => {
    event.preventDefault();
    errors.push(textOf(event.error ?? event.message));
  };
  const onReject = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    errors.push(textOf(event.reason));
  };
  // Mocha would fail the test; whether an error is expected is said by the test.
  const { onerror } = window;
  before(() => {
    window.onerror = null;
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onReject);
  });
  beforeEach(() => void (errors.length = 0));
  after(() => {
    window.onerror = onerror;
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onReject);
  });
  return () => errors;
}

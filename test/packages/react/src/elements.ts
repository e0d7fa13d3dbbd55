import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * Registers the elements once React has taken over the page that a server wrote, and says when they are there.
 * What React finds in a page it gives neither objects nor listeners (github.com/facebook/react/issues/35446); it
 * does when it renders again, as it is made to here, before any scene has been drawn.
 */
export function useElements(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void import('communique/define.js').then(() => flushSync(() => setReady(true)));
  }, []);
  return ready;
}

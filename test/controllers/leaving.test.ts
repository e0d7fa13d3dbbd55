import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../helpers.js';

/** What a page in a frame does: it loads what is always on its way, and what is not there, and tells what comes of it. */
const { origin } = location;

const page = (guarded: boolean): string => `
  <script type="module">
    import { unlessLeaving } from '${origin}/src/controllers/leaving.ts';
    const tell = (what) => parent.postMessage(what, '*');
    const watch = (name, load) =>
      ${guarded ? 'unlessLeaving(load)' : 'load'}.then(
        () => tell(name + ' came'),
        () => tell(name + ' failed'),
      );
    watch('module', import('${origin}/never/module.js'));
    watch('data', fetch('${origin}/never/data.csv').then((answer) => answer.text()));
    watch('nothing', fetch('${origin}/nowhere/data.csv').then((answer) => answer.ok || Promise.reject()));
    watch('something', Promise.resolve());
    tell('start');
  </script>
`;

describe('unlessLeaving()', () => {
  let told: unknown[] = [];
  const listen = ({ data }: MessageEvent): unknown => told.push(data);

  beforeEach(() => {
    told = [];
    addEventListener('message', listen);
  });
  afterEach(() => removeEventListener('message', listen));

  /** Opens a page in a frame, waits until all is on its way, and leaves it. */
  async function leave(guarded = true): Promise<void> {
    const address = URL.createObjectURL(new Blob([page(guarded)], { type: 'text/html' }));
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="A page"></iframe>`);
    frame.src = address;
    await waitUntil(() => ['start', 'nothing failed', 'something came'].every((what) => told.includes(what)), 'it has begun'); // prettier-ignore
    const left = oneEvent(frame, 'load');
    frame.src = '/nowhere/else.html';
    await left;
    // What was posted from the page before comes before what is posted now.
    postMessage('left', '*');
    await waitUntil(() => told.includes('left'), 'all was told');
  }

  it('tells what came and what failed, but nothing of what leaving the page cut off', async () => {
    await leave();
    expect([...told].sort()).to.deep.equal(['left', 'nothing failed', 'something came', 'start']);
  });

  it('stays no listener', async () => {
    const { unlessLeaving } = await import('../../src/controllers/leaving.js');
    const types: string[] = [];
    const { addEventListener: add, removeEventListener: remove } = window;
    window.addEventListener = (type: string) => void types.push(`+${type}`);
    window.removeEventListener = (type: string) => void types.push(`-${type}`);
    try {
      await unlessLeaving(Promise.resolve());
      await unlessLeaving(Promise.reject(new Error('no'))).catch(() => undefined);
      await waitUntil(() => types.length === 8, 'they are taken away');
    } finally {
      Object.assign(window, { addEventListener: add, removeEventListener: remove });
    }
    for (const type of ['beforeunload', 'pagehide'])
      expect(types.filter((one) => one.endsWith(type))).to.deep.equal([`+${type}`, `-${type}`, `+${type}`, `-${type}`]); // prettier-ignore
  });
});

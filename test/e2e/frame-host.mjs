// What the tests with frames share: a server of pages with a frame, in which a story stands, and the ways that newsrooms
// have to make such a frame as tall as what is in it.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { after, before } from 'node:test';
import { launch } from './browser.mjs';

const file = (path) => readFile(new URL(`../../${path}`, import.meta.url));

const script = (path) => `<script src="/file/node_modules/${path}"></script>`;

/** The ways to bring the story into a page. */
export const stories = {
  embed: (attributes) =>
    `<script type="module" src="/file/dist/forty-one-minutes/forty-one-minutes.js"></script><forty-one-minutes ${attributes}></forty-one-minutes>`,
  prerendered: async (attributes) =>
    String(await file('dist/forty-one-minutes/forty-one-minutes.html'))
      .replace('src="forty', 'src="/file/dist/forty-one-minutes/forty')
      .replace('<forty-one-minutes>', `<forty-one-minutes ${attributes}>`),
  parts: (attributes) => `<script type="module" src="/file/dist/embed/communique.js"></script>
    <scroll-story name="choir" ${attributes}>
      <header slot="header"><h1>Two valleys, one choir</h1></header>
      <story-chapter layout="side" heading="The singers">
        <expulsion-counter slot="stage" unit="singers"><table>
          <tr><th>Name</th><th>Group</th><th>Count</th></tr>
          <tr><td>Upper Farm</td><td>North</td><td>12</td></tr>
          <tr><td>Mill Street</td><td>South</td><td>7</td></tr>
        </table></expulsion-counter>
        <story-step id="together"><p>Together the valleys send nineteen singers.</p></story-step>
        <story-step id="apart"><p>One village sends twelve of them.</p></story-step>
      </story-chapter>
    </scroll-story>`,
};

/**
 * The ways that a frame becomes as tall as its content: what is in the host's page, and what is in the frame's. `grow`
 * sets the frame's height by hand.
 */
export const ways = {
  'iframe-resizer 4': {
    host: `${script('iframe-resizer/js/iframeResizer.js')}<script>iFrameResize({ checkOrigin: false }, '#frame')</script>`,
    child: script('iframe-resizer/js/iframeResizer.contentWindow.js'),
  },
  'iframe-resizer 5': {
    host: `${script('@iframe-resizer/parent/index.umd.js')}<script>iframeResize({ license: 'GPLv3', checkOrigin: false, waitForLoad: false }, '#frame')</script>`,
    child: script('@iframe-resizer/child/index.umd.js'),
  },
  'pym.js': {
    host: `${script('pym.js/dist/pym.v1.js')}<script>
      const { src } = frame;
      frame.replaceWith(Object.assign(document.createElement('div'), { id: 'place' }));
      new pym.Parent('place', src, {});
      document.querySelector('iframe').id = 'frame';
    </script>`,
    child: `${script('pym.js/dist/pym.v1.js')}<script>new pym.Child({ polling: 100 })</script>`,
  },
  'a ResizeObserver on the body': {
    child: `<script>
      new ResizeObserver(() => parent.postMessage(document.body.offsetHeight, '*')).observe(document.body);
    </script>`,
  },
  'a ResizeObserver that reads scrollHeight': {
    child: `<script>
      new ResizeObserver(() =>
        parent.postMessage(document.documentElement.scrollHeight, '*'),
      ).observe(document.documentElement);
    </script>`,
  },
  'a measure at every frame': {
    child: `<script>
      const tell = () => {
        parent.postMessage(document.documentElement.scrollHeight, '*');
        requestAnimationFrame(tell);
      };
      tell();
    </script>`,
  },
  'a measure taken once': {
    child: `<script>
      addEventListener('load', () => parent.postMessage(document.documentElement.scrollHeight, '*'));
    </script>`,
  },
};

const grow = `<script>
  addEventListener('message', ({ data }) => {
    if (typeof data === 'number') frame.style.height = data + 'px';
  });
</script>`;

const page = (title, body) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
  <link rel="icon" href="data:,"><style>body { margin: 0 } iframe { border: 0 }</style></head>
  <body>${body}</body>
</html>`;

const types = { '.js': 'text/javascript', '.html': 'text/html', '.json': 'application/json' };

/** Starts a server and a browser for the tests of a file, and ends them after. */
export function withFrames(engine) {
  const used = { pages: new Map() };
  before(async () => {
    used.server = createServer(async ({ url }, response) => {
      const { pathname } = new URL(url, 'http://localhost');
      const found = pathname.startsWith('/file/')
        ? await file(pathname.slice(6)).catch(() => undefined)
        : used.pages.get(pathname);
      const type = types[extname(pathname)] ?? 'text/html';
      response.writeHead(found ? 200 : 404, { 'content-type': `${type}; charset=utf-8` });
      response.end(found);
    });
    await new Promise((resolve) => used.server.listen(0, resolve));
    used.browser = await launch(engine);
  });
  after(async () => {
    await used.browser?.close();
    used.server?.closeAllConnections();
    used.server?.close();
  });

  return {
    /**
     * Opens a page with a frame.
     * @param story one of `stories`
     * @param options.way one of `ways`; undefined for a frame that keeps its height
     * @param options.frame attributes of the frame
     * @param options.attributes attributes of the story
     * @param options.prepare called with the page before it goes anywhere
     * @param options.crossSite whether the frame is of another site than its host
     */
    async open(story, options = {}) {
      const { prepare, ...kind } = options;
      const { way, frame = '', attributes = '', crossSite = false, size = [900, 700] } = kind;
      const { host = grow, child = '' } = way ? ways[way] : { host: '' };
      const { port } = used.server.address();
      const src = `http://${crossSite ? 'localhost' : '127.0.0.1'}:${port}/child.html`;
      const inside = await stories[story](attributes);
      used.pages.set('/child.html', page('Child', `${child}<main>${inside}</main>`));
      used.pages.set(
        '/host.html',
        page(
          'Host',
          `<p>The host's own words.</p><iframe id="frame" src="${src}" width="100%" ${frame}></iframe>${host}<p>More of them.</p>`,
        ),
      );
      const opened = await used.browser.newPage();
      await opened.setViewport({ width: size[0], height: size[1] });
      const said = [];
      opened.on('console', (message) => said.push(`console ${message.type()}: ${message.text()}`));
      opened.on('pageerror', (error) => said.push(`error: ${error.message}`));
      await prepare?.(opened);
      await opened.goto(`http://127.0.0.1:${port}/host.html`);
      const inner = await opened.waitForFrame((one) => one.url().includes('/child.html'));
      return { page: opened, inner, said };
    },
  };
}

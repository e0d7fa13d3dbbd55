// The two small servers: the one behind `npm start`, and `communique serve`. Both must outlive whatever is asked of them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serve } from '../../bin/serve.mjs';

/** Asks for a path just as it is written; `fetch` would tidy it first. */
const asker =
  (server) =>
  (path, method = 'GET', headers = {}) =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server().url);
      request({ hostname, port, path, method, headers }, (response) => {
        let body = '';
        response.on('data', (data) => (body += data));
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, body }),
        );
      })
        .on('error', reject)
        .end();
    });

/** A folder with files, and beside it one that no server may show. */
function makeFolders() {
  const top = mkdtempSync(join(tmpdir(), 'communique-server-'));
  const folder = join(top, 'story');
  for (const name of [
    'story',
    'story/part',
    'story/Zürich #1',
    'story/empty',
    'story-secret',
    'other',
  ])
    mkdirSync(join(top, name));
  for (const [name, text] of [
    ['index.html', 'the story'],
    ['part/index.html', 'a part'],
    ['Zürich #1/index.html', 'a town'],
    ['iframe.html', 'a frame'],
    ['clip.mp4', '0123456789'],
    ['empty.csv', ''],
    ['large.webm', Buffer.alloc(8_000_000)],
    ['.secret', 'mine'],
    ['../story-secret/index.html', 'mine'],
    ['../other/index.html', 'mine'],
  ])
    writeFileSync(join(folder, name), text);
  const link = (target, name, type) => symlinkSync(target, join(folder, name), type);
  link('../other/index.html', 'out.html');
  link('../other', 'out', 'dir');
  link('../story-secret', 'near', 'dir');
  link('loop-b', 'loop-a');
  link('loop-a', 'loop-b');
  link('missing', 'dangling');
  link('part', 'inside', 'dir');
  if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'pipe')]);
  return { top, folder };
}

/** How many files and sockets this process, and with it the server, holds open. */
const openCount = () => readdirSync('/proc/self/fd').length;

/** Waits until no more are open than before; says how many are left where that never comes. */
async function untilClosed(before) {
  for (let tries = 0; openCount() > before; tries++) {
    assert.ok(tries < 500, `${openCount() - before} files or sockets stay open`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const long = 'x'.repeat(5000);
/** Paths and the status that each must be answered with. */
const hostile = [
  ['a file as a folder', '/index.html/', 404],
  ['a path through a file', '/index.html/x/y', 404],
  ['a very long name', `/${long}`, 404],
  ['a very long path', `/${'part/'.repeat(1000)}`, 404],
  ['a loop of links', '/loop-a', 404],
  ['a path through a loop of links', '/loop-a/index.html', 404],
  ['a link to nothing', '/dangling', 404],
  ['a link to a file outside', '/out.html', 404],
  ['a file through a link that leads outside', '/out/index.html', 404],
  ['the page of a folder outside', '/out/', 404],
  ['a folder whose name begins as the root', '/near/index.html', 404],
  ['its neighbour by name', '/../story-secret/index.html', 404],
  ['the root of the machine', '/../../../../../../etc/passwd', 404],
  ['encoded dots', '/%2e%2e/other/index.html', 404],
  ['encoded slashes', '/..%2fother%2findex.html', 404],
  ['encoded twice', '/%252e%252e%252fother%252findex.html', 404],
  ['backslashes', '/..%5cother%5cindex.html', 404],
  ['raw backslashes', '/..\\other\\index.html', 404],
  ['dots in the middle', '/part/../../other/index.html', 404],
  ['an overlong encoding of a dot', '/%c0%ae%c0%ae/other/index.html', 400],
  ['NUL', '/%00', 400],
  ['NUL before an ending', '/index.html%00.css', 400],
  ['half an escape', '/%', 400],
  ['an escape that is none', '/%zz', 400],
  ['a file with a dot', '/.secret', 404],
  ['a folder with a dot', '/.git/config', 404],
  ['another host', '//example.org/', 404],
  ['another host with a file', '//etc/passwd', 404],
  ['an address with a host', 'http://example.org/nothing', 404],
  ['no address', 'nothing', 400],
  ['an empty folder', '/empty/', 404],
  ['line ends in a name', '/%0d%0aset-cookie:x=1', 404],
  ['a pipe', '/pipe', 404],
  ['nothing', '/nothing', 404],
];

// `npm start` serves several folders; the gallery's is given in its environment.
const { top, folder } = makeFolders();
process.env.GALLERY = folder;
const { start } = await import('../../scripts/serve.mjs');
after(() => rmSync(top, { recursive: true }));

const servers = [
  ['communique serve', '', () => serve(folder, 0)],
  ['npm start', '/gallery', () => start()],
];
for (const [name, prefix, begin] of servers)
  describe(`${name}, asked for what it must not give`, () => {
    let server;
    before(async () => {
      server = await begin();
    });
    after(() => server.close());
    const ask = asker(() => server);
    const isAlive = async () => assert.equal((await ask(`${prefix}/index.html`)).body, 'the story');

    for (const [what, path, status] of hostile)
      for (const method of ['GET', 'HEAD'])
        it(`answers ${status} for ${what}, ${method}`, async () => {
          const answer = await ask(path.replace(/^\/(?!\/)/, `${prefix}/`), method);
          assert.equal(answer.status, status);
          assert.doesNotMatch(answer.body, /mine|root:/);
          assert.equal(answer.headers['set-cookie'], undefined);
          await isAlive();
        });

    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])
      it(`refuses ${method}`, async () => {
        const { status, headers } = await ask('/', method);
        assert.equal(status, 405);
        assert.equal(headers.allow, 'GET, HEAD');
        await isAlive();
      });

    it('outlives what is no HTTP', async () => {
      const { port } = new URL(server.url);
      for (const text of ['\0\0\0', 'GET\r\n\r\n', `GET / HTTP/1.1\r\nx: ${'y'.repeat(100_000)}`]) {
        const socket = connect(Number(port), '127.0.0.1').on('error', () => {});
        socket.resume().end(text);
        await new Promise((resolve) => socket.once('close', resolve));
        await isAlive();
      }
    });

    it('listens on this machine only', async () => {
      const { port } = new URL(server.url);
      const others = Object.values(networkInterfaces())
        .flat()
        .filter(({ internal, family }) => !internal && family === 'IPv4');
      for (const { address } of others) {
        const code = await new Promise((resolve) =>
          connect(Number(port), address)
            .once('connect', () => resolve('connected'))
            .once('error', (error) => resolve(error.code)),
        );
        assert.equal(code, 'ECONNREFUSED', address);
      }
    });
  });

describe('communique serve', () => {
  let server;
  before(async () => {
    server = await serve(folder, 0);
  });
  after(() => server.close());
  const ask = asker(() => server);

  it('gives the files of its folder', async () => {
    const page = await ask('/?x#y');
    assert.deepEqual([page.status, page.body], [200, 'the story']);
    assert.match(page.headers['content-type'], /^text\/html/);
    assert.equal((await ask('/part/')).body, 'a part');
    assert.equal((await ask('/inside/')).body, 'a part', 'a link within the folder');
    assert.equal((await ask('/Z%C3%BCrich%20%231/')).body, 'a town');
    assert.equal((await ask('/empty.csv')).status, 200);
    assert.equal((await ask('/favicon.ico')).status, 204);
  });

  const folders = [
    ['/part', '/part/'],
    ['/part?x=1', '/part/?x=1'],
    ['//part', '/part/'],
    ['///part', '/part/'],
    ['/Z%C3%BCrich%20%231', '/Z%C3%BCrich%20%231/'],
  ];
  for (const [path, location] of folders)
    it(`leads from ${path} to ${location}`, async () => {
      const { status, headers } = await ask(path);
      assert.deepEqual([status, headers.location], [302, location]);
    });

  it('never leads to another host', async () => {
    for (const path of [
      '//example.org/..',
      '//example.org/%2e%2e/part',
      '/\\example.org/../part',
      '//part',
    ]) {
      const { headers } = await ask(path);
      if (headers.location)
        assert.equal(new URL(headers.location, server.url).origin, server.url, path);
    }
  });

  const whole = [200, '0123456789', undefined];
  const none = [416, 'There is no such part.\n', 'bytes */10'];
  const ranges = [
    ['bytes=2-4', [206, '234', 'bytes 2-4/10']],
    ['bytes=8-', [206, '89', 'bytes 8-9/10']],
    ['bytes=-3', [206, '789', 'bytes 7-9/10']],
    ['bytes=0-0', [206, '0', 'bytes 0-0/10']],
    ['bytes=5-999', [206, '56789', 'bytes 5-9/10']],
    ['bytes=-999', [206, '0123456789', 'bytes 0-9/10']],
    ['bytes=99-', none],
    ['bytes=10-', none],
    ['bytes=-0', none],
    ['bytes=99999999999999999999-', none],
    ['bytes=0-99999999999999999999', [206, '0123456789', 'bytes 0-9/10']],
    // What is no valid range of bytes, or several, is answered with the whole.
    ['bytes=4-2', whole],
    ['bytes=a-b', whole],
    ['bytes=--5', whole],
    ['bytes=-', whole],
    ['bytes=', whole],
    ['bytes=1e1-', whole],
    ['bytes=0.5-', whole],
    ['bytes=0x1-', whole],
    ['bytes=0-1,3-4', whole],
    [`bytes=${'0-1,'.repeat(1000)}`, whole],
    ['lines=1-2', whole],
    ['', whole],
  ];
  for (const [range, expected] of ranges)
    it(`answers the range ${JSON.stringify(range.slice(0, 30))}`, async () => {
      const { status, body, headers } = await ask('/clip.mp4', 'GET', { range });
      assert.deepEqual([status, body, headers['content-range']], expected);
      assert.equal((await ask('/clip.mp4', 'HEAD', { range })).body, '');
      const empty = await ask('/empty.csv', 'GET', { range });
      assert.ok([200, 416].includes(empty.status), `${empty.status} for an empty file`);
    });

  it(
    'closes every file whose download is aborted',
    { skip: !existsSync('/proc/self/fd') },
    async () => {
      await ask('/');
      const before = openCount();
      for (let count = 0; count < 300; count++)
        await new Promise((resolve, reject) => {
          const asked = request(`${server.url}/large.webm`, {
            headers: { range: `bytes=${count}-` },
            agent: false,
          })
            .once('response', (response) => {
              response.once('data', () => asked.destroy());
              response.once('close', resolve).on('error', () => {});
            })
            .on('error', reject);
          asked.end();
        });
      await untilClosed(before);
      assert.equal((await ask('/')).status, 200);
    },
  );

  it(
    'closes every file whose download is aborted before its start',
    { skip: !existsSync('/proc/self/fd') },
    async () => {
      const before = openCount();
      const { port } = new URL(server.url);
      for (let count = 0; count < 300; count++)
        await new Promise((resolve) => {
          const socket = connect(Number(port), '127.0.0.1', () =>
            socket.write('GET /large.webm HTTP/1.1\r\nhost: x\r\n\r\n', () => socket.destroy()),
          );
          socket.once('close', resolve);
        });
      await untilClosed(before);
      assert.equal((await ask('/')).status, 200);
    },
  );
});

describe('npm start', () => {
  let server;
  before(async () => {
    server = await start();
  });
  after(() => server.close());

  const ask = asker(() => server);

  it('shows its pages with their types', async () => {
    for (const [path, type] of [
      ['/', 'text/html'],
      ['/news.html?x=1', 'text/html'],
      ['/prerendered.html', 'text/html'],
      ['/news.css', 'text/css'],
      ['/hosts/csp.html', 'text/html'],
      ['/forty-one-minutes/forty-one-minutes.js', 'text/javascript'],
      ['/forty-one-minutes/integrity.json', 'application/json'],
    ]) {
      const { status, headers } = await ask(path);
      assert.equal(status, 200, path);
      assert.ok(headers['content-type'].startsWith(type), `${path}: ${headers['content-type']}`);
    }
  });

  it('leads from its index to pages that are there', async () => {
    const { body } = await ask('/');
    const links = [...body.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    assert.ok(links.length > 12);
    for (const href of links) assert.equal((await ask(href)).status, 200, href);
  });

  it('gives nothing from outside its folders', async () => {
    for (const path of [
      '/../../../package.json',
      '/..%2f..%2f..%2fpackage.json',
      '/hosts/..%2f..%2f..%2fpackage.json',
      '/embed/%2e%2e/%2e%2e/package.json',
      '/..%5c..%5cpackage.json',
      '//etc/passwd',
      '/hosts/../site/../../../package.json',
      '/gallery/..%2f..%2fpackage.json',
      '/stories/../package.json',
      '/assets',
      '/hosts',
      '/nothing',
    ])
      assert.equal((await ask(path)).status, 404, path);
  });

  it('answers HEAD without a body', async () => {
    const { status, body } = await ask('/news.html', 'HEAD');
    assert.deepEqual([status, body], [200, '']);
  });

  it('sends the strict policy with the page that is about it', async () => {
    const { headers } = await ask('/hosts/csp.html');
    assert.match(headers['content-security-policy'], /require-trusted-types-for 'script'/);
    assert.equal((await ask('/news.html')).headers['content-security-policy'], undefined);
  });

  it('puts the prerendered story into the article in place of the two lines', async () => {
    const { body } = await ask('/prerendered.html');
    assert.equal(body.match(/<forty-one-minutes/g).length, 1);
    assert.match(body, /<forty-one-minutes><div><h2>/);
    assert.match(body, /<script type="module" src="\/forty-one-minutes\/forty-one-minutes\.js">/);
  });
});

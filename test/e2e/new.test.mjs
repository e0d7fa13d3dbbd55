// `npx communique`: what the command understands, and a story that is written into an empty folder.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { bin, communique, emptyFolder, manifest, newStory, root, run } from './command.mjs';

describe('the command', () => {
  it('says what it can do, and its version', () => {
    const { status, stdout } = communique(root, '--help');
    assert.equal(status, 0);
    for (const command of ['new', 'dev', 'serve', 'check', 'build', 'map', '--port', '--version'])
      assert.match(stdout, new RegExp(`${command}\\b`));
    assert.equal(communique(root, '-h').stdout, stdout);
    assert.equal(communique(root, '--version').stdout, `${manifest.version}\n`);
  });

  const mistakes = [
    [[], /what to do/],
    [['bild'], /no command "bild"/],
    [['check', '--url', 'x'], /"--url" belongs to "build"/],
    [['--verbose'], /--verbose/],
    [['new', 'my', 'story'], /"my-story"/],
    [['check', 'a.html', 'b.html'], /b\.html/],
    [['serve', '--port', 'http'], /"http".*0.*65535/],
  ];
  for (const [args, message] of mistakes)
    it(`does not understand "${args.join(' ')}"`, () => {
      const { status, stderr } = communique(emptyFolder(), ...args);
      assert.equal(status, 2);
      assert.match(stderr, message);
      assert.match(stderr, /--help/);
      assert.doesNotMatch(stderr, /\bat \w+ \(/, 'a message and no stack');
    });
});

describe('communique new', () => {
  const names = [
    [undefined, /new my-story/],
    ['My Story', /"my-story"/],
    ['Größe', /"grosse"/],
    ['-story', /-story/],
    ['story-', /"story"/],
    ['../story', /path.*"story"/],
    ['a/b', /path.*"a-b"/],
    ['..', /path.*"my-story"/],
    ['C:\\story', /path.*"c-story"/],
    ['x'.repeat(61), /60/],
    ['communique', /npm.*"communique-story"/],
    ['node_modules', /npm.*"node-modules"/],
    ...[
      'con',
      'CON',
      'nul',
      'Nul',
      'aux',
      'prn',
      'com1',
      'COM9',
      'lpt1',
      'lpt9',
      'com0',
      'com¹',
    ].map((name) => [name, /Windows.*such as "[a-z0-9]+-story"/]),
    ...[
      'con.txt',
      'nul.tar.gz',
      'aux.',
      'prn ',
      'prn . .',
      'con:',
      'LPT1.html',
      'conin$',
      'CONOUT$',
    ].map((name) => [name, /Windows.*such as "(?!(con|nul|aux|prn|lpt1)")/]),
    ['my-story.', /"my-story"/],
    ['my-story ', /"my-story"/],
    ['.con', /such as "con-story"/],
    ['\u001b[31mred', /^[\x20-\x7e]+\n$/],
  ];
  for (const [name, message] of names)
    it(`refuses the name ${name}`, () => {
      const folder = emptyFolder();
      const { status, stderr } = communique(folder, 'new', ...(name ? ['--', name] : []));
      assert.equal(status, 1);
      assert.match(stderr, message);
      assert.deepEqual(readdirSync(folder), []);
    });

  for (const name of ['console', 'null', 'com10', 'con-story', 'auxiliary', 'lpt'])
    it(`takes the name ${name}`, () => {
      assert.equal(communique(emptyFolder(), 'new', name).status, 0);
    });

  // No file may be larger than this: some of the story's files can be written then, and the largest cannot.
  const onSmallDisk = (cwd, name) => {
    const command = `ulimit -f 8; exec "$0" "$@"`;
    const args = ['-c', command, process.execPath, bin, 'new', name];
    return spawnSync('bash', args, { cwd, encoding: 'utf8' });
  };
  const skip = process.platform === 'win32' && 'has no ulimit';

  it('leaves nothing where the disk is full', { skip }, () => {
    const folder = emptyFolder();
    const { status, stderr } = onSmallDisk(folder, 'my-story');
    assert.equal(status, 1);
    assert.match(
      stderr,
      /^The folder "my-story" could not be written: .*Nothing was left behind\.\n$/,
    );
    assert.deepEqual(readdirSync(folder), []);
    // And the same name does, once there is room.
    assert.equal(communique(folder, 'new', 'my-story').status, 0);
    assert.deepEqual(readdirSync(folder), ['my-story']);
  });

  it('leaves an empty folder empty where the disk is full', { skip }, () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'my-story'));
    assert.equal(onSmallDisk(folder, 'my-story').status, 1);
    assert.deepEqual(readdirSync(folder), ['my-story']);
    assert.deepEqual(readdirSync(join(folder, 'my-story')), []);
  });

  it('says that it may not write, and leaves nothing', { skip }, () => {
    const folder = emptyFolder();
    chmodSync(folder, 0o555);
    // Nothing keeps root from writing but a file system that takes no files at all.
    const place = process.getuid() ? folder : '/sys';
    const { status, stderr } = communique(place, 'new', 'my-story');
    assert.equal(status, 1);
    assert.match(
      stderr,
      /^The folder "my-story" could not be written: .*Nothing was left behind\.\n$/,
    );
    assert.deepEqual(
      readdirSync(place).filter((name) => /story|communique/.test(name)),
      [],
    );
  });

  it('gives a new folder the rights of any other', { skip }, () => {
    const folder = emptyFolder();
    communique(folder, 'new', 'my-story');
    mkdirSync(join(folder, 'other'));
    const modeOf = (name) => statSync(join(folder, name)).mode;
    assert.equal(modeOf('my-story'), modeOf('other'));
  });

  it('refuses a folder that holds something, and loses nothing', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'my-story'));
    writeFileSync(join(folder, 'my-story', 'index.html'), 'mine');
    const { status, stderr } = communique(folder, 'new', 'my-story');
    assert.equal(status, 1);
    assert.match(stderr, /"my-story" is not empty.*"index\.html".*another name/);
    assert.deepEqual(readdirSync(join(folder, 'my-story')), ['index.html']);
    assert.equal(readFileSync(join(folder, 'my-story', 'index.html'), 'utf8'), 'mine');
  });

  it('refuses a name that a file has', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'my-story'), 'mine');
    const { status, stderr } = communique(folder, 'new', 'my-story');
    assert.equal(status, 1);
    assert.match(stderr, /"my-story" is there already/);
    assert.equal(readFileSync(join(folder, 'my-story'), 'utf8'), 'mine');
  });

  it('takes a folder that is empty', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'my-story'));
    assert.equal(communique(folder, 'new', 'my-story').status, 0);
    assert.ok(readdirSync(join(folder, 'my-story')).includes('index.html'));
  });

  it('writes a story with its name in it, whose own test passes', () => {
    const story = newStory('the-long-way');
    const read = (file) => readFileSync(join(story, file), 'utf8');
    const { name, dependencies, scripts } = JSON.parse(read('package.json'));
    assert.equal(name, 'the-long-way');
    assert.deepEqual(dependencies, { communique: `^${manifest.version}` });
    assert.deepEqual(scripts, {
      start: 'communique dev',
      build: 'communique build',
      test: 'node --test',
    });
    assert.match(read('index.html'), /<title>The long way<\/title>/);
    assert.match(read('.gitignore'), /node_modules/);
    for (const file of readdirSync(story).filter((one) => one.includes('.')))
      assert.doesNotMatch(read(file), /\{\{|\}\}\w/, `${file} has nothing left to fill in`);
    const { status, said } = run(story, '--test');
    assert.equal(status, 0, said);
    assert.match(said, /pass 1\b/);
    writeFileSync(join(story, 'index.html'), read('index.html').replace('>talk<', '>speech<'));
    const broken = run(story, '--test');
    assert.equal(broken.status, 1);
    assert.match(broken.said, /"talk"/);
  });
});

describe('communique serve', () => {
  it('says where the story is, and what to do where the port is taken', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'index.html'), 'the story');
    const child = spawn(process.execPath, [bin, 'serve', '--port', '0'], { cwd: folder });
    const said = await new Promise((resolve, reject) => {
      child.on('error', reject).on('exit', (code) => reject(new Error(`it ended with ${code}`)));
      child.stdout.once('data', (chunk) => resolve(String(chunk)));
    });
    child.removeAllListeners('exit');
    const [address] = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
    assert.equal(await (await fetch(address)).text(), 'the story');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;

    const other = createServer();
    await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address();
    const { status, stderr } = communique(folder, 'serve', '--port', `${port}`);
    other.close();
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`Port ${port} is taken.*--port ${port + 1}`));
    assert.match(communique(folder, 'serve', 'nowhere').stderr, /no folder "nowhere"/);
  });
});

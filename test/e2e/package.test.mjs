// What is published: the files, the ways into them, what describes them, and what an import brings with it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as scenes from '../../dist/scenes/elements.js';
import { bundle } from '../bench/bundle.mjs';
import { isTried } from '../long.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const json = (path) => JSON.parse(read(path));
const own = json('package.json');
const manifest = json('dist/custom-elements.json');
const elements = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName);
const tags = elements.map(({ tagName }) => tagName).sort();
const sceneTags = Object.values(scenes).map(({ scene }) => scene.tag);

describe('the tarball', () => {
  let files;
  before(() => {
    const { npm_execpath: path } = process.env;
    const [program, ...first] = path ? [process.execPath, path] : ['npm'];
    const args = [...first, 'pack', '--dry-run', '--json', '--ignore-scripts'];
    const [packed] = JSON.parse(execFileSync(program, args, { cwd: root, encoding: 'utf8' }));
    files = packed.files.map(({ path: file }) => file);
    console.log(
      `${packed.files.length} files, ${packed.size} B packed, ${packed.unpackedSize} B unpacked`,
    );
  });

  it('holds every file that package.json names', () => {
    const named = [own.types, own.customElements, own['web-types']];
    for (const target of Object.values(own.exports))
      named.push(...(typeof target === 'string' ? [target] : Object.values(target)));
    for (const name of named.filter((one) => !one.includes('*')))
      assert.ok(files.includes(name.replace(/^\.\//, '')), name);
    assert.ok(named.length > 30);
  });

  it('holds what is built, what is said of it, and nothing else', () => {
    for (const file of files)
      assert.match(
        file,
        /^(bin\/.*|dist\/.*\.(d\.ts|js|json|html)|dist\/(embed|forty-one-minutes|storyboard)\/LICENSES\.txt|dist\/communique-wordpress\.zip|(docs\/.*|assets\/SOURCES|[-_A-Z]+)\.md|assets\/readme\/.*\.png|LICENSE|llms\.txt|package\.json)$/,
      );
    for (const file of ['LICENSE', 'README.md', 'THIRD-PARTY.md', 'dist/embed/communique.js'])
      assert.ok(files.includes(file), file);
  });

  it('holds what its documents link to', () => {
    const links = files
      .filter((name) => /^(?!bin\/).*\.(md|txt)$/.test(name))
      .flatMap((name) =>
        [...read(name).matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)].map(([, to]) => [name, to]),
      );
    assert.ok(links.length > 40, `${links.length} links`);
    for (const [name, to] of links)
      assert.ok(files.includes(join(dirname(name), to)), `${to} in ${name}`);
  });

  it('points to no source map, because it holds none', () => {
    for (const file of files.filter((name) => /\.(js|mjs|css)$/.test(name)))
      assert.doesNotMatch(read(file), /[#@] sourceMappingURL=/, file);
  });

  it('makes no code of text, which scanners and strict policies refuse', () => {
    const made =
      /(?<![.\w$])(?:Function|eval|importScripts)\s*\(|\bnew\s+Function\b|set(?:Timeout|Interval)\s*\(\s*["'`]|["']javascript:/;
    // The storyboard, which has axe in it, is for the author's own machine.
    for (const file of files.filter((name) => /^dist\/(?!storyboard).*\.(js|html)$/.test(name)))
      assert.ok(!made.test(read(file)), file);
  });

  it('imports only what it has or depends on', () => {
    const known = Object.keys({ ...own.dependencies, ...own.peerDependencies });
    // A new story finds the package where npm has put it.
    const bundled = /^(dist\/(embed|forty-one-minutes)|bin\/template-scene)\/.*\.js$/;
    const imports = /^(?:import|export)\s+(?:[^'"=]*?\sfrom\s+)?['"]([^'"]+)['"];/gm;
    for (const file of files.filter((name) => /\.(js|d\.ts)$/.test(name) && !bundled.test(name)))
      for (const [, from] of read(file).matchAll(imports))
        if (from.startsWith('.')) {
          const path = join(dirname(file), from);
          const typed = file.endsWith('.d.ts') ? path.replace(/js$/, 'd.ts') : path;
          assert.ok(files.includes(typed), `${from} in ${file}`);
        } else
          assert.ok(
            known.some((name) => `${from}/`.startsWith(`${name.replace('@types/', '')}/`)),
            `${from} in ${file}`,
          );
  });
});

it('has the dependencies that the projects in test/packages install, and no others', () => {
  const { packages } = json('test/packages/package-lock.json');
  const has = (name) => !!packages[`node_modules/${name}`];
  for (const name of Object.keys(own.dependencies)) assert.ok(has(name), name);
  // These were dependencies once, or are bundled.
  for (const name of ['d3-dsv', 'papaparse']) assert.ok(!has(name), name);
});

for (const [folder, entry] of [
  ['dist/embed/', 'communique.js'],
  ['dist/forty-one-minutes/', 'forty-one-minutes.js'],
])
  describe(`what goes out in ${folder}`, () => {
    const integrity = json(`${folder}integrity.json`);
    const bundles = Object.keys(integrity);
    const notices = read(`${folder}LICENSES.txt`);
    const bannerOf = (file) => /^\/\*!.*?\*\//.exec(read(folder + file))?.[0] ?? '';

    it('is every file of it: one that keeps its name, and others with a hash in theirs', () => {
      const shipped = readdirSync(join(root, folder), { recursive: true }).filter(
        (name) => name.endsWith('.js') && read(folder + name).startsWith('/*!'),
      );
      assert.deepEqual(bundles, shipped.sort());
      assert.deepEqual(
        bundles.filter((name) => !/-[\w-]{8}\.js$/.test(name)),
        [entry],
      );
      assert.ok(bundles.length > 4);
    });

    it('has banners that name the packages in it, and where the notices are', () => {
      for (const file of bundles)
        assert.match(bannerOf(file), /^\/\*! communique .*LICENSES\.txt beside this file\. \*\/$/);
      const banners = bundles.map(bannerOf).join();
      for (const name of [
        'lit-html',
        'gsap',
        'scrollama',
        'papaparse',
        'topojson-client',
        'd3-geo',
      ])
        assert.ok(banners.includes(`${name} (`), `${name} is bundled`);
    });

    it('has the whole licence of each package beside it, and its own', () => {
      const named = bundles.flatMap((file) => {
        const [, list = ''] = / Contains (.*)\. Notices/.exec(bannerOf(file)) ?? [];
        return [...list.matchAll(/([^ ,]+) \(/g)].map(([, name]) => name);
      });
      assert.ok(named.length > 6);
      for (const name of new Set(named)) {
        const path = `node_modules/${name}`;
        const { version, license } = json(`${path}/package.json`);
        assert.ok(notices.includes(`\n${name} ${version} (${license})\n`), name);
        const file = readdirSync(join(root, path)).find((each) => /^licen[cs]e/i.test(each));
        const text = file ? read(`${path}/${file}`).trim() : license;
        assert.ok(notices.includes(text), `the licence of ${name}`);
      }
      assert.ok(notices.includes(read('LICENSE').trim()));
    });

    it('keeps the notices of GSAP in the code, as its licence asks', () => {
      const file = bundles.find((name) => name.startsWith('gsap-'));
      assert.match(read(folder + file), /@license|GreenSock/);
    });

    it('has the hash of each file, as the integrity of a script wants it', () => {
      for (const file of bundles) {
        const hash = createHash('sha384').update(readFileSync(join(root, folder, file)));
        assert.equal(integrity[file], `sha384-${hash.digest('base64')}`, file);
      }
    });
  });

it('credits whose data the story has', () => {
  const words = read('dist/forty-one-minutes/article.html');
  for (const name of ['Natural Earth', 'GeoNames', 'CC BY 4.0'])
    assert.ok(words.includes(name), name);
});

it('tells of every package that this one depends on', () => {
  const lines = read('THIRD-PARTY.md').toLowerCase().split('\n');
  const told = lines.filter((line) => /\| (peer )?dependency;/.test(line));
  for (const name of [...Object.keys(own.dependencies), 'gsap'])
    assert.ok(
      told.some((line) => line.includes(name)),
      name,
    );
});

/** A published story is one of any name. */
const moduleOf = (tagName) => (tagName === 'my-story' ? 'published-story' : tagName);

describe('the ways in', () => {
  it('lead in Node, where there is no page, to classes that register nothing', async () => {
    for (const { tagName, name } of elements) {
      const module = await import(`communique/${moduleOf(tagName)}.js`);
      assert.equal(typeof module[name], 'function', name);
      assert.equal(customElements.get(tagName), undefined, tagName);
    }
    const all = await import('communique');
    for (const { name } of elements) assert.equal(typeof all[name], 'function', name);
    assert.equal(customElements.get('scroll-story'), undefined);
  });

  it('lead in Node to registrations that do not throw', async () => {
    for (const { tagName, name } of elements.filter((each) => each.tagName !== 'my-story')) {
      await import(`communique/define/${tagName}.js`);
      assert.equal(customElements.get(tagName)?.name, name);
    }
    await import('communique/define.js');
    for (const framework of ['react', 'vue', 'svelte'])
      assert.deepEqual(Object.keys(await import(`communique/${framework}`)), []);
  });
});

describe('an import', () => {
  const scenes = [...sceneTags, 'source-chain'];
  const folders = (modules) =>
    [...new Set(modules.map((path) => path.match(/^dist\/(scenes|story|published)\/([-\w]+)/)))]
      .filter(Boolean)
      .map(([, layer, name]) => (layer === 'scenes' ? name : layer));
  const isLarge = (name) => [...scenes, 'story', 'published'].includes(name);
  const brought = async (source) =>
    [...new Set(folders((await bundle(source)).modules).filter(isLarge))].sort();

  for (const [at, name] of scenes.entries()) {
    if (!isTried(at, 2)) continue;
    const element = elements.find(({ tagName }) => tagName === name).name;
    it(`of <${name}> brings no other scene, no story and no words`, async () => {
      assert.deepEqual(await brought(`import 'communique/define/${name}.js'`), [name]);
    });
    it(`of ${element} from the whole brings it alone`, async () => {
      assert.deepEqual(await brought(`export { ${element} } from 'communique'`), [name]);
    });
  }

  it('of the story elements brings no scene', async () => {
    for (const name of ['scroll-story', 'story-chapter', 'story-step'])
      assert.deepEqual(await brought(`import 'communique/define/${name}.js'`), ['story']);
  });

  /** All files that a page loads which imports one as it is, without a bundler, now or later. */
  function loaded(entry, found = new Set()) {
    if (found.has(entry)) return found;
    found.add(entry);
    for (const [, from] of read(entry).matchAll(
      /(?:\bfrom\s*|\bimport\s*\(?\s*)['"](\.[^'"]+)['"]/g,
    ))
      loaded(join(dirname(entry), from), found);
    return found;
  }

  it('of what a scene is made with loads no scene, no story and no narrative', async () => {
    const files = [...loaded('dist/scene.js')];
    assert.ok(files.includes('dist/scenes/scene-element.js') && files.length > 20);
    assert.deepEqual(folders(files).filter(isLarge), []);
    const { SceneElement } = await import('communique/scene.js');
    assert.equal(typeof SceneElement, 'function');
  });

  it('of the laws of scenes loads nothing else', async () => {
    for (const file of loaded('dist/testing.js')) {
      assert.match(file, /^dist\/testing/);
      assert.doesNotMatch(read(file), /\bfrom\s*['"][^.]/, file);
    }
    assert.ok(Object.keys((await import('communique/testing.js')).sceneLaws).length > 5);
  });

  it('of the parts in one file has all that a scene is made with, and the events', async () => {
    const [, list] = /export\s*\{([^}]*)\}/.exec(read('dist/embed/communique.js'));
    const parts = list.split(',').map((part) =>
      part
        .split(/\sas\s/)
        .at(-1)
        .trim(),
    );
    for (const path of ['scene.js', 'scroll-story.js', 'diplomat-map.js'])
      for (const name of Object.keys(await import(`communique/${path}`)))
        assert.ok(parts.includes(name), name);
    assert.ok(parts.includes('StoryStepChangeEvent'));
  });

  it('of a function brings no element', async () => {
    assert.deepEqual(await brought(`export { locate } from 'communique'`), []);
  });

  it('of everything brings everything but the finished story', async () => {
    assert.deepEqual(await brought(`import 'communique/define.js'`), [...scenes, 'story']);
  });
});

describe('what describes the elements', () => {
  it('names every file as it is published', () => {
    for (const { path, exports } of manifest.modules) {
      assert.ok(existsSync(join(root, path)), path);
      for (const { declaration } of exports)
        assert.ok(existsSync(join(root, declaration.module)), declaration.module);
    }
  });

  it('says a sentence of each attribute, slot, event, part and custom property', () => {
    for (const { tagName, summary, ...element } of elements) {
      assert.ok(summary, tagName);
      for (const kind of ['attributes', 'slots', 'events', 'cssParts', 'cssProperties'])
        for (const { name, description } of element[kind] ?? []) {
          assert.equal(typeof name, 'string', `${kind} of <${tagName}>`);
          assert.ok(description, `${kind} ${name} of <${tagName}>`);
        }
    }
  });

  it('tells what an element inherits', () => {
    for (const tag of sceneTags) {
      const { attributes, members } = elements.find(({ tagName }) => tagName === tag);
      const names = new Set([...attributes, ...members].map(({ name }) => name));
      for (const name of ['step', 'progress', 'motion', 'src', 'data', 'states', 'describe'])
        assert.ok(names.has(name), `${name} of <${tag}>`);
    }
  });

  it('is the same for VS Code and for JetBrains', () => {
    const code = json('dist/vscode.html-custom-data.json').tags;
    const { elements: webTypes } = json('dist/web-types.json').contributions.html;
    for (const list of [code, webTypes]) {
      assert.deepEqual(list.map(({ name }) => name).sort(), tags);
      for (const { name, attributes } of list) {
        const { attributes: known } = elements.find(({ tagName }) => tagName === name);
        const names = (all) => all.map((attribute) => attribute.name).sort();
        assert.deepEqual(names(attributes), names(known), name);
      }
    }
    const { attributes } = code.find(({ name }) => name === 'story-chapter');
    const { values } = attributes.find(({ name }) => name === 'layout');
    assert.deepEqual(
      values.map(({ name }) => name),
      ['side', 'overlay', 'flow'],
    );
  });

  it('offers each custom property and part once', () => {
    const { properties, pseudoElements } = json('dist/vscode.css-custom-data.json');
    for (const list of [properties, pseudoElements]) {
      const names = list.map(({ name }) => name);
      assert.ok(names.length > 15);
      assert.equal(new Set(names).size, names.length);
    }
  });

  it('completes only words that an attribute takes', () => {
    for (const { name, attributes } of json('dist/vscode.html-custom-data.json').tags)
      for (const { name: attribute, values } of attributes)
        for (const { name: value } of values)
          assert.match(value, /^[a-z]+$/, `${attribute} of <${name}>`);
  });
});

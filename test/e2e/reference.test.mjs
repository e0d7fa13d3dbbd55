// The reference says what the elements have: everything a reader's browser shows of them is described.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  builtManifest,
  elementsOf,
  order,
  referenceFile,
  referencePage,
} from '../../scripts/reference.mjs';
import * as scenes from '../../dist/scenes/elements.js';
import { withBrowser } from './browser.mjs';

const root = new URL('../../', import.meta.url);
const elements = elementsOf(builtManifest());
const documented = (name, list) => (elements.get(name)[list] ?? []).map((one) => one.name);

/** In the page: the parts and slots in the shadow tree of each of our elements, by tag name. */
function shown(tags) {
  const found = {};
  const visit = (tree) => {
    for (const node of tree.querySelectorAll('*')) {
      if (!node.shadowRoot) continue;
      visit(node.shadowRoot);
      // Inside a published story our elements carry the version.
      const own = node.localName.replace(/-v\d.*$/, '');
      const name = own === 'forty-one-minutes' ? 'my-story' : own;
      if (!tags.includes(name)) continue;
      const { parts, slots } = (found[name] ??= { parts: [], slots: [] });
      for (const part of node.shadowRoot.querySelectorAll('[part]')) parts.push(...part.part);
      for (const slot of node.shadowRoot.querySelectorAll('slot')) slots.push(slot.name);
    }
  };
  visit(document);
  return found;
}

/** In the page: whether anything is drawn in a colour. */
function isDrawn(colour) {
  const properties = ['color', 'backgroundColor', 'borderTopColor', 'fill', 'stroke'];
  const visit = (tree) =>
    [...tree.querySelectorAll('*')].some((node) => {
      const style = getComputedStyle(node);
      return (
        properties.some((name) => style[name] === colour) ||
        (node.shadowRoot && visit(node.shadowRoot))
      );
    });
  return visit(document);
}

describe('the reference', () => {
  const browser = withBrowser();

  it('is current', () => {
    assert.ok(
      referencePage(builtManifest()) === readFileSync(referenceFile, 'utf8'),
      'docs/reference.md is not current; write it with "npm run reference"',
    );
  });

  it('has the phrases that each scene says, in English', () => {
    for (const { scene } of Object.values(scenes)) {
      const { phrases = [] } = elements.get(scene.tag);
      assert.deepEqual(
        Object.fromEntries(phrases.map(({ name, default: text }) => [name, text])),
        scene.phrases,
      );
      assert.ok(phrases.length > 5, scene.tag);
    }
  });

  it('describes every part and slot that a story has', async () => {
    const seen = new Set();
    for (const path of ['/news.html', '/stories/long-distance.html']) {
      const { page, close } = await browser.open(path);
      await page.waitForFunction(
        () => document.querySelector('forty-one-minutes, scroll-story[name]').shadowRoot,
      );
      for (const [name, { parts, slots }] of Object.entries(await page.evaluate(shown, order))) {
        seen.add(name);
        for (const part of parts)
          assert.ok(documented(name, 'cssParts').includes(part), `<${name}> has the part ${part}`);
        // The default slot has no name, or is called "default".
        const known = documented(name, 'slots').map((slot) => (slot === 'default' ? '' : slot));
        for (const slot of slots)
          assert.ok(known.includes(slot), `<${name}> has the slot "${slot}"`);
      }
      await close();
    }
    assert.deepEqual([...seen].sort(), [...order].sort(), 'every element was looked at');
  });

  it('names colours that have an effect', async () => {
    const { page, close } = await browser.open('/news.html');
    const colours = elements
      .get('scroll-story')
      .cssProperties.filter((one) => one.default?.startsWith('light-dark('))
      .map((one) => one.name);
    assert.ok(colours.length >= 10, colours.join(' '));
    for (const [at, name] of colours.entries()) {
      const colour = `rgb(1, ${at + 2}, 3)`;
      await page.evaluate(
        (property, value) => document.documentElement.style.setProperty(property, value),
        name,
        colour,
      );
      assert.ok(await page.evaluate(isDrawn, colour), `nothing is drawn in ${name}`);
    }
    await close();
  });

  it('names the events that a reading dispatches, with their fields', async () => {
    const { events } = elements.get('scroll-story');
    const { page, goTo, close } = await browser.open('/news.html');
    await page.evaluate(
      (names) => {
        window.heard = {};
        for (const name of names)
          addEventListener(name, (event) => {
            const { prototype } = event.constructor;
            const own = [...Object.keys(event), ...Object.getOwnPropertyNames(prototype)];
            window.heard[name] = own.filter((key) => !['constructor', 'isTrusted'].includes(key));
          });
      },
      events.map(({ name }) => name),
    );
    await goTo('length');
    await goTo('ledger');
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForFunction(
      (count) => Object.keys(window.heard).length === count,
      {},
      events.length,
    );
    const heard = await page.evaluate(() => window.heard);
    for (const { name, fields } of events)
      assert.deepEqual(heard[name].sort(), fields.map((field) => field.name).sort(), name);
    assert.deepEqual(elements.get('my-story').events, events);
    await close();
  });

  for (const name of order) {
    it(`has a sentence for everything in <${name}>`, () => {
      const element = elements.get(name);
      const lists = ['members', 'attributes', 'slots', 'events', 'cssParts', 'cssProperties'];
      const silent = [...lists, 'dataColumns', 'stateColumns'].flatMap((list) =>
        (element[list] ?? [])
          .filter((one) => !one.privacy && !one.static && !/^[#_]/.test(one.name))
          .filter(({ description }) => !/\w.*\.$/s.test(description ?? ''))
          .map((one) => `${list}: ${one.name}`),
      );
      assert.deepEqual(silent, []);
      assert.match(element.summary, /^[A-Z].*\.$/s);
    });

    it(`has the types of <${name}> in words`, () => {
      for (const { name: attribute, type } of elements.get(name).attributes ?? [])
        assert.doesNotMatch(type.text, /\b[A-Z]/, `${attribute}: ${type.text}`);
    });
  }

  it('has the columns that the scenes read', async () => {
    const classes = await import(new URL('dist/scenes/elements.js', root).href);
    for (const { scene } of Object.values(classes))
      for (const [list, columns] of [
        ['dataColumns', scene.columns],
        ['stateColumns', scene.stateColumns],
      ]) {
        const name = scene.tag;
        const told = elements.get(name)[list];
        assert.deepEqual(
          told.map((column) => [column.type, !!column.required, column.values]),
          Object.values(columns).map(({ type = 'text', required, values }) => [
            type,
            !!required,
            values && [...values],
          ]),
        );
        Object.entries(columns).forEach(([key, { also = [] }], index) => {
          const names = [key, ...also].map((one) => one.toLowerCase());
          const { name: written, also: other = [] } = told[index];
          for (const one of [written, ...other])
            assert.ok(names.includes(one.toLowerCase()), `${name} reads the column "${one}"`);
        });
      }
  });
});

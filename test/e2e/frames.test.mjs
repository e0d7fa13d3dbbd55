// A story in a frame that its host makes as tall as what is in it, and in one that scrolls by itself.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLong, isTried, enginesTried } from '../long.mjs';
import { findEngine } from '../runner/engines.mjs';
import { ways, withFrames } from './frame-host.mjs';

/** Waits until the frame has kept its height for a while; gives the heights that it had. */
function settle() {
  return new Promise((resolve, reject) => {
    const heights = [];
    let same = 0;
    const look = () => {
      const height = document.querySelector('iframe')?.offsetHeight;
      same = height === heights.at(-1) ? same + 1 : 0;
      if (!same) heights.push(height);
      if (same > 90) return resolve(heights);
      if (heights.length > 60) return reject(new Error(`It goes on: ${heights.join(', ')}`));
      requestAnimationFrame(look);
    };
    look();
  });
}

/** What a reader of the frame can see of the story. */
function look() {
  const outer = document.querySelector('forty-one-minutes')?.shadowRoot ?? document;
  const steps = [...outer.querySelectorAll('[id]')].filter((one) => 'cueName' in one);
  const scenes = outer.querySelectorAll('[slot="stage"]').length;
  const stills = steps.filter((step) => step.still?.getBoundingClientRect().height > 100);
  const bottoms = steps.map((step) => step.getBoundingClientRect().bottom + scrollY);
  return {
    steps: steps.length,
    scenes,
    stills: stills.length,
    motions: [...new Set(steps.map(({ motion }) => motion))].join(),
    words: steps.every((step) =>
      [...step.querySelectorAll(':scope > p')].every((p) => p.offsetHeight > 10),
    ),
    bottom: Math.max(...bottoms),
    page: document.documentElement.scrollHeight,
    window: innerHeight,
    active: steps.filter(({ active }) => active).map(({ id }) => id),
    hash: location.hash,
  };
}

const isMoving = () => {
  const outer = document.querySelector('forty-one-minutes')?.shadowRoot ?? document;
  return !!outer.querySelector('[motion="full"]');
};

const isText = () => {
  const outer = document.querySelector('forty-one-minutes')?.shadowRoot ?? document;
  return !!outer.querySelector('[motion="static"]') && !outer.querySelector('[motion="full"]');
};

const started = () => {
  const outer = document.querySelector('forty-one-minutes')?.shadowRoot ?? document;
  const steps = [...outer.querySelectorAll('[id]')].filter((one) => 'cueName' in one);
  return (
    document.readyState === 'complete' && steps.length > 1 && !outer.querySelector('[data-loading]')
  );
};

for (const [turn, engine] of enginesTried.entries()) {
  const there = await findEngine(engine);
  describe(
    `a story in a frame, in ${engine}`,
    { skip: there ? false : `no ${engine} here` },
    () => {
      const frames = withFrames(engine);

      // Every way with the one-tag story in one of the engines, and one of them with the rest; the long run has all.
      const kinds = Object.keys(ways).flatMap((way, at) => [
        ...(isTried(at + turn, 2) ? [{ way, story: 'embed' }] : []),
        ...(isLong || at === turn
          ? [
              { way, story: 'prerendered' },
              { way, story: 'parts' },
              { way, story: 'embed', attributes: 'motion="static"' },
              { way, story: 'embed', frame: 'height="600"' },
              { way, story: 'parts', frame: 'height="600"', crossSite: true },
            ]
          : []),
      ]);
      for (const kind of kinds)
        it(`stands as text, whole, where its height is taken by ${kind.way}: ${[kind.story, kind.attributes, kind.frame, kind.crossSite && 'of another site'].filter(Boolean).join(', ')}`, async () => {
          const { page, inner, said } = await frames.open(kind.story, kind);
          await inner.waitForFunction(started);
          const heights = await page.evaluate(settle);
          const seen = await inner.evaluate(look);
          const told = `${JSON.stringify(seen)}, heights ${heights.join(', ')}`;
          assert.equal(seen.motions, 'static', told);
          assert.ok(seen.words && seen.steps > 1, told);
          assert.ok(seen.stills >= Math.min(seen.scenes, seen.steps - 1), told);
          assert.ok(seen.bottom <= seen.window + 1, `all of it is in the frame: ${told}`);
          assert.ok(Math.max(...heights) < seen.bottom * 1.5, `it never grew beyond: ${told}`);
          assert.deepEqual([seen.active, seen.hash], [[], ''], 'nobody knows where the reader is');
          assert.deepEqual(
            said.filter((text) => /communique|error/i.test(text)),
            [],
          );
          await page.close();
        });

      it('settles though the script of its host comes late, and moves again when the frame is given a height', async () => {
        const { page, inner } = await frames.open('parts', { frame: 'height="500"' });
        await inner.waitForFunction(started);
        await inner.waitForFunction(isMoving);
        await page.evaluate(() => {
          const frame = document.querySelector('iframe');
          frame.follow = setInterval(() => {
            frame.style.height = `${frame.contentDocument.body.offsetHeight}px`;
          }, 20);
        });
        await inner.waitForFunction(isText);
        const heights = await page.evaluate(settle);
        const seen = await inner.evaluate(look);
        assert.ok(seen.bottom <= seen.window + 1, `${JSON.stringify(seen)} ${heights}`);
        await page.evaluate(() => {
          const frame = document.querySelector('iframe');
          clearInterval(frame.follow);
          frame.style.height = '500px';
        });
        await inner.waitForFunction(isMoving);
        await page.close();
      });

      it('stays text where its host makes the frame low for a moment to measure it', async () => {
        const { page, inner } = await frames.open('parts', { way: 'a ResizeObserver on the body' });
        await inner.waitForFunction(started);
        const [height] = (await page.evaluate(settle)).slice(-1);
        for (let turn = 0; turn < 3; turn++) {
          await page.evaluate(async (full) => {
            const frame = document.querySelector('iframe');
            frame.style.height = '100px';
            await new Promise(requestAnimationFrame);
            await new Promise(requestAnimationFrame);
            frame.style.height = `${full}px`;
          }, height);
          assert.deepEqual(await page.evaluate(settle), [height]);
          assert.equal((await inner.evaluate(look)).motions, 'static');
        }
        await page.close();
      });

      it('does not grow without end where its script never comes', async () => {
        for (const way of ['a ResizeObserver on the body', 'a measure at every frame']) {
          const { page } = await frames.open('prerendered', {
            way,
            prepare: async (opened) => {
              await opened.setRequestInterception(true);
              opened.on('request', (request) =>
                request.url().endsWith('.js') ? request.abort() : request.continue(),
              );
            },
          });
          const heights = await page.evaluate(settle);
          assert.ok(heights.at(-1) < 40_000, `${way}: ${heights.join(', ')}`);
          await page.close();
        }
      });

      it('stands as text in a window that an app makes as tall as its page', async () => {
        const { page, said } = await frames.open('parts', { size: [400, 700] });
        await page.goto(page.url().replace('host.html', 'child.html'));
        await page.waitForFunction(started);
        await page.waitForFunction(isMoving);
        let height = 700;
        for (let turn = 0; turn < 8; turn++) {
          height = await page.evaluate(() => document.body.offsetHeight);
          await page.setViewport({ width: 400, height });
          await page.evaluate(() => new Promise(requestAnimationFrame));
        }
        const seen = await page.evaluate(look);
        assert.equal(seen.motions, 'static', JSON.stringify(seen));
        assert.equal(seen.window, height);
        assert.ok(seen.page <= height + 1, JSON.stringify(seen));
        assert.deepEqual(
          said.filter((text) => /communique|error/i.test(text)),
          [],
        );
        await page.close();
      });

      for (const kind of [
        { story: 'embed', frame: 'height="600"' },
        { story: 'prerendered', frame: 'height="600"' },
        { story: 'parts', frame: 'height="500"' },
        { story: 'parts', frame: 'style="height: 80vh"', crossSite: true },
      ])
        it(`moves in a frame that scrolls by itself: ${Object.values(kind).join(', ')}`, async () => {
          const { page, inner, said } = await frames.open(kind.story, kind);
          await inner.waitForFunction(started);
          await inner.waitForFunction(isMoving);
          const target = await inner.evaluate(() => {
            const outer = document.querySelector('forty-one-minutes')?.shadowRoot ?? document;
            const step = [...outer.querySelectorAll('[id]')].filter((one) => 'cueName' in one)[1];
            step.scrollIntoView({ behavior: 'instant' });
            return step.id;
          });
          await inner.waitForFunction(
            (id) => {
              const outer = document.querySelector('forty-one-minutes')?.shadowRoot ?? document;
              return outer.querySelector(`[id="${id}"]`).active;
            },
            {},
            target,
          );
          const stage = await inner.evaluate(() => {
            const outer = document.querySelector('forty-one-minutes')?.shadowRoot ?? document;
            const chapter = outer.querySelector('[active]').parentElement;
            const { top, bottom } = chapter.shadowRoot
              .querySelector('.stage')
              .getBoundingClientRect();
            return { top, bottom, window: innerHeight };
          });
          assert.ok(Math.abs(stage.top) < 1 && stage.bottom <= stage.window, JSON.stringify(stage));
          assert.deepEqual(
            said.filter((text) => /communique|error/i.test(text)),
            [],
          );
          await page.close();
        });
    },
  );
}

// The stills of `communique build`: pictures of each step to share.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { launch } from './browser.mjs';
import { communique, emptyFolder } from './command.mjs';

describe('the stills of a story', () => {
  it('have the colours that its styles set on it, and their sizes', async () => {
    const folder = emptyFolder();
    const scene =
      '<expulsion-counter slot="stage"><table><tr><th>Name</th><th>Count</th><th>Tone</th></tr><tr><td>Vienna</td><td>9</td><td>a</td></tr></table></expulsion-counter>';
    const colours = '<style>scroll-story { --story-a: #a04a00; --story-paper: #fffbe6 }</style>';
    writeFileSync(
      join(folder, 'index.html'),
      `<!doctype html><html lang="en"><head><title>Singers</title>${colours}</head><body><scroll-story name="a-b"><story-chapter>${scene}<story-step id="together"><p>Nine.</p></story-step></story-chapter></scroll-story></body></html>`,
    );
    const { status, said } = communique(folder, 'build');
    assert.equal(status, 0, said);
    const browser = await launch();
    try {
      const page = await browser.newPage();
      for (const [kind, width, height] of [
        ['wide', 1200, 630],
        ['tall', 1080, 1350],
      ]) {
        const file = readFileSync(join(folder, 'dist', `still-together-${kind}.png`));
        const found = await page.evaluate(
          async (address) => {
            const image = new Image();
            image.src = address;
            await image.decode();
            const canvas = new OffscreenCanvas(image.width, image.height);
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            const { data } = context.getImageData(0, 0, image.width, image.height);
            const counts = {};
            for (let at = 0; at < data.length; at += 4) {
              const colour = data.slice(at, at + 3).join();
              counts[colour] = (counts[colour] ?? 0) + 1;
            }
            return {
              size: [image.width, image.height],
              marks: counts['160,74,0'] ?? 0,
              paper: counts['255,251,230'] ?? 0,
            };
          },
          `data:image/png;base64,${file.toString('base64')}`,
        );
        assert.deepEqual(found.size, [width, height]);
        assert.ok(found.marks > 5000, `${kind}: ${found.marks} pixels of the marks' colour`);
        assert.ok(found.paper > (width * height) / 2, `${kind}: ${found.paper} of the paper's`);
      }
    } finally {
      await browser.close();
    }
  });
});

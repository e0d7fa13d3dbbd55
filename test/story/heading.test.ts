import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import { frames, resizeWindow } from '../helpers.js';

describe('the heading of a chapter, given as an attribute', () => {
  for (const layout of ['overlay', 'flow'] as const)
    it(`starts and ends where the words do, ${layout}`, async () => {
      await resizeWindow(1280, 800);
      const story = await fixture(html`
        <scroll-story name="tale">
          <story-chapter layout=${layout} heading="A heading in large type">
            <div slot="stage" aria-label="Nothing"></div>
            <story-step id="one"><p>Words.</p></story-step>
          </story-chapter>
        </scroll-story>
      `);
      await frames(3);
      const box = (host: Element, part: string): DOMRect =>
        host.shadowRoot!.querySelector(part)!.getBoundingClientRect();
      const heading = box(story.querySelector('story-chapter')!, '.head h2');
      const words = box(story.querySelector('story-step')!, '.card');
      expect(heading.left).to.be.within(words.left - 1, words.left + 30);
      expect(heading.right).to.be.most(words.right + 1);
    });
});

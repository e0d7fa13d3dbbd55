import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { LitElement, html, type TemplateResult } from 'lit';
import { MotionController } from '../../src/controllers/motion-controller.js';
import type { MotionMode } from '../../src/core/cue.js';
import { frames } from '../helpers.js';

/** Notes the modes that it was drawn in. */
class TestMotion extends LitElement {
  readonly modes: MotionMode[] = [];
  chosen: MotionMode | undefined;
  readonly motion: MotionController = new MotionController(this, () => this.chosen);

  protected override render(): TemplateResult {
    this.modes.push(this.motion.mode);
    return html``;
  }
}
customElements.define('test-motion', TestMotion);

const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
const system: MotionMode = reduced ? 'stepped' : 'full';
// Only the protocol of Chromium can change what a page is told of its reader in the middle of it.
const emulates = navigator.userAgent.includes('Chrome/');

describe('MotionController', () => {
  let host: TestMotion;

  beforeEach(async () => {
    host = document.createElement('test-motion') as TestMotion;
    document.body.append(host);
    await host.updateComplete;
  });
  afterEach(() => host.remove());

  it('is what the reader’s system asks for, until a mode is chosen', () => {
    expect(host.motion.mode).to.equal(system);
    for (const mode of ['full', 'stepped', 'static'] as const) {
      host.chosen = mode;
      expect(host.motion.mode).to.equal(mode);
    }
  });

  it('stands still on paper, and is drawn for it before the page is laid out', async () => {
    host.chosen = 'full';
    dispatchEvent(new Event('beforeprint'));
    expect(host.motion.mode).to.equal('static');
    await host.updateComplete;
    expect(host.modes.at(-1)).to.equal('static');
    dispatchEvent(new Event('afterprint'));
    await host.updateComplete;
    expect(host.modes.at(-1)).to.equal('full');
  });

  it('does not listen after it is taken out', async () => {
    host.remove();
    const { length } = host.modes;
    dispatchEvent(new Event('beforeprint'));
    await host.updateComplete;
    expect(host.modes.length).to.equal(length);
  });

  if (emulates)
    it('follows the system when it changes', async () => {
      for (const [reducedMotion, mode] of [
        ['reduce', 'stepped'],
        ['no-preference', 'full'],
      ] as const) {
        await emulateMedia({ reducedMotion });
        await frames(2);
        expect(host.modes.at(-1)).to.equal(mode);
      }
      await emulateMedia({ media: 'print' });
      await frames(2);
      expect(host.modes.at(-1)).to.equal('static');
      await emulateMedia({ media: 'screen' });
      await frames(2);
      expect(host.modes.at(-1)).to.equal('full');
    });
});

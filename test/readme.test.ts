import { expect } from '@open-wc/testing';
import '../src/define.js';
import { marksOf } from '../stories/marks.js';
import { settled } from './helpers.js';

describe('the README', () => {
  it('has a story that works as it stands there', async () => {
    const readme = await (await fetch('/README.md')).text();
    const [, example = ''] = readme.match(/```html\n(<script[^`]*<scroll-story[^]*?)```/) ?? [];
    const page = document.createElement('div');
    page.innerHTML = example.replace(/<script[^]*?<\/script>/, '');
    document.body.append(page);
    await settled();
    const scene = page.querySelector('expulsion-counter')!;
    await scene.ready;
    await scene.updateComplete;
    const paths = [...scene.shadowRoot!.querySelectorAll('.people path')];
    expect(paths.flatMap(marksOf)).to.have.length(23);
    expect(page.querySelector('scroll-story')!.steps.map(({ id }) => id)).to.deep.equal([
      'together',
      'apart',
    ]);
    expect(scene.describe('together')).to.contain('12 singers').and.to.contain('South: 11');
    page.remove();
  });
});

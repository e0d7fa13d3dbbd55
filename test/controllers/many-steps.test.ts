// A story of many steps costs a frame what one of a few costs: the browser computes each observed element in each frame.
import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { ScrollController } from '../../src/controllers/scroll-controller.js';
import { frames, settled, waitUntil } from '../helpers.js';

const count = 400;

class LongList extends LitElement {
  readonly places: number[] = [];
  readonly controller: ScrollController = new ScrollController(this, {
    steps: () => [...this.children] as HTMLElement[],
    offset: () => 0.5,
    isFollowed: () => false,
    onPlace: ({ index }) => this.places.push(index),
  });

  protected override createRenderRoot(): this {
    return this;
  }
}
customElements.define('long-list', LongList);

/** The elements that are observed for where they stand. */
const observed = new Map<IntersectionObserver, Set<Element>>();
const { observe, disconnect } = IntersectionObserver.prototype;

describe('a story of many steps', () => {
  before(() => {
    IntersectionObserver.prototype.observe = function (element): void {
      observed.set(this, (observed.get(this) ?? new Set()).add(element));
      observe.call(this, element);
    };
    IntersectionObserver.prototype.disconnect = function (): void {
      observed.delete(this);
      disconnect.call(this);
    };
  });
  after(() => Object.assign(IntersectionObserver.prototype, { observe, disconnect }));

  it('has only the steps near the reader observed, wherever they go, and tells each place', async () => {
    const list = document.createElement('long-list') as LongList;
    list.style.display = 'block';
    // So that the first step, and the last, can be brought to the line in a window of any height.
    list.style.marginBlock = '100vh';
    for (let at = 0; at < count; at++) {
      const step = document.createElement('div');
      step.style.blockSize = '300px';
      list.append(step);
    }
    document.body.append(list);
    const most = (): number =>
      [...observed.values()].reduce((sum, elements) => sum + elements.size, 0);
    const go = async (index: number): Promise<void> => {
      const { top } = list.children[index]!.getBoundingClientRect();
      scrollBy({ top: top + 150 - innerHeight / 2, behavior: 'instant' });
      await waitUntil(() => list.controller.place.index === index, `step ${index}`);
      await settled();
    };
    for (const index of [0, 1, 399, 398, 200, 30, 120, 0]) {
      await go(index);
      expect(most(), `at ${index}`).to.be.above(2).and.below(120);
      const near = list.children[index < 200 ? index + 5 : index - 5]!;
      expect([...observed.values()].some((elements) => elements.has(near))).to.equal(true);
    }
    // Across the end of what is observed, step by step.
    for (let index = 1; index < 90; index++) {
      list.places.length = 0;
      const { top } = list.children[index]!.getBoundingClientRect();
      scrollBy({ top: top + 150 - innerHeight / 2, behavior: 'instant' });
      await waitUntil(() => list.places.includes(index), `step ${index} is told`, { interval: 5 });
      expect(most()).to.be.below(120);
    }
    list.remove();
    await frames();
    expect(most(), 'nothing remains').to.equal(0);
    scrollTo(0, 0);
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/scenes/phone-call-scene/define.js';
import type { PhoneCallScene } from '../../../src/scenes/phone-call-scene/phone-call-scene.js';
import { expectWarnings } from '../../helpers.js';

const unknown = 'what else was said is not in this account';
const states = [
  { step: 'title', only: 'line', line: 'closed' },
  {
    step: 'expected',
    clock: 0,
    line: 'waiting',
    'span-from': 0,
    'span-to': 41,
    span: 'North Korea',
  },
  { step: 'tone', clock: 40, line: 'open', caption: 'friendly, even joking' },
  { step: 'length', clock: 41, line: 'open', 'span from': 0, 'span to': 40, span: unknown },
  {
    step: 'invitation',
    clock: 41,
    line: 'open',
    spanFrom: 0,
    spanTo: 40,
    span: unknown,
    mark: 41,
    markWords: 'the invitation',
  },
  {
    step: 'surprise',
    clock: 41,
    line: 'closed',
    mark: 41,
    'from-note': 'not expected',
    'to-note': 'nor here',
  },
  { step: 'question', clock: 41, line: 'closed', blank: 1, mark: 41 },
];
const ends = { tone: 'a', 'to-tone': 'c' };
const calls = [
  ...['first', 'second', 'third', 'fourth'].map((nth) => ({
    from: 'State Department',
    to: 'A European diplomat',
    ...ends,
    text: `${nth} call`,
  })),
  { from: 'France', to: 'London', kind: 'joined', text: 'joined' },
  { from: 'London', to: 'Washington', text: 'one call' },
];
const logStates = [
  { step: 'weekend', calls: 4, total: '4', 'total-words': 'calls in one weekend' },
  { step: 'reading', calls: 4, caption: 'his reading' },
  { step: 'may', calls: 6, dim: 4 },
];

async function single(
  step: string,
  width = 760,
  height = 640,
  dir = 'ltr',
): Promise<PhoneCallScene> {
  const scene = await fixture<PhoneCallScene>(
    html` <phone-call-scene
      from="Washington"
      to="Moscow"
      duration="41"
      motion="stepped"
      step=${step}
      dir=${dir}
      .states=${states}
      style="width: ${width}px; height: ${height}px"
    ></phone-call-scene>`,
  );
  await still(scene);
  return scene;
}
async function log(step: string, width = 760, height = 640): Promise<PhoneCallScene> {
  const scene = await fixture<PhoneCallScene>(
    html` <phone-call-scene
      motion="stepped"
      step=${step}
      .calls=${calls}
      .states=${logStates}
      style="width: ${width}px; height: ${height}px"
    ></phone-call-scene>`,
  );
  await still(scene);
  return scene;
}
async function still(scene: PhoneCallScene): Promise<void> {
  await scene.ready;
  while (!(await scene.updateComplete)) continue;
}

const all = (scene: PhoneCallScene, selector: string): HTMLElement[] => [
  ...scene.renderRoot.querySelectorAll<HTMLElement>(`.picture ${selector}`),
];
const seen = (element: Element): boolean => {
  for (let node: Element | null = element; node; node = node.parentElement) {
    const { opacity, visibility } = getComputedStyle(node);
    if (Number(opacity) === 0 || visibility === 'hidden') return false;
  }
  return true;
};
const shown = (scene: PhoneCallScene, selector: string): string[] =>
  all(scene, selector)
    .filter(seen)
    .map((element) => element.textContent.trim())
    .filter(Boolean);
const clock = (scene: PhoneCallScene): string =>
  all(scene, '.clock text')
    .map(({ textContent }) => textContent)
    .join('');

/** All that can be seen of a picture, as text. */
const picture = (scene: PhoneCallScene): string =>
  all(scene, '*')
    .filter((element) => getComputedStyle(element).visibility === 'visible')
    .map((element) => {
      const { opacity, visibility } = getComputedStyle(element);
      const { x, y, width, height } = element.getBoundingClientRect();
      const at = [x, y, width, height].map((value) => Math.round(value * 10) / 10);
      return `${element.localName}.${element.getAttribute('class')} ${opacity} ${visibility} ${at.join()} ${element.childElementCount ? '' : element.textContent.trim()}`;
    })
    .join('\n');

/** The boxes of words that can be seen, and pairs of them that cover each other. */
function collisions(scene: PhoneCallScene): string[] {
  const words = all(scene, 'p, .end, .words, .names span, .scale span, .clock').filter(
    (element) => seen(element) && element.textContent.trim(),
  );
  const frame = scene.getBoundingClientRect();
  const found: string[] = [];
  const boxes = words.map((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const box = element.matches('.clock, .total')
      ? element.getBoundingClientRect()
      : range.getBoundingClientRect();
    if (
      box.left < frame.left - 1 ||
      box.right > frame.right + 1 ||
      box.top < frame.top - 1 ||
      box.bottom > frame.bottom + 1
    )
      found.push(`${element.textContent.trim()} leaves the frame`);
    return { box, text: element.textContent.trim() };
  });
  boxes.forEach(({ box: a, text }, at) => {
    for (const { box: b, text: other } of boxes.slice(at + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 3) found.push(`${text} | ${other}`);
    }
  });
  return found;
}

describe('phone-call-scene', () => {
  it('is complete with nothing but a step', async () => {
    const scene = await fixture<PhoneCallScene>(
      html`<phone-call-scene step="invitation" progress="1"></phone-call-scene>`,
    );
    await still(scene);
    expect(scene.steps).deep.equal(['expected', 'connected', 'length', 'invitation']);
    expect(clock(scene)).equal('10:00');
    expect(scene.describe('expected')).contain('0:00 of 10');
    expect(scene.renderRoot.querySelector('details')!.hidden).equal(true);
  });

  it('has a mark a minute and shows what a state says, no more', async () => {
    const scene = await single('invitation');
    expect(all(scene, '.minute')[0]!.getAttribute('d')!.match(/M/g)).lengthOf(41);
    expect(clock(scene)).equal('41:00');
    expect(shown(scene, 'p')).deep.equal(['the invitation', unknown]);
    scene.step = 'tone';
    await still(scene);
    expect(clock(scene)).equal('40:00');
    expect(shown(scene, 'p')).deep.equal(['friendly, even joking']);
    scene.step = 'title';
    await still(scene);
    expect(all(scene, '.body').some(seen)).equal(false);
  });

  it('has its line before its clock runs', async () => {
    const at = async (progress: number): Promise<[string, number]> => {
      const scene = await fixture<PhoneCallScene>(
        html`<phone-call-scene
          step="connected"
          motion="full"
          .progress=${progress}
        ></phone-call-scene>`,
      );
      await still(scene);
      return [clock(scene), Number(all(scene, '.clock')[0]!.style.opacity)];
    };
    const [ghost, whole] = await Promise.all([at(0), at(1)]);
    const [waits, coming] = await at(0.3);
    expect(waits).equal(ghost[0]);
    expect(coming).above(ghost[1]).and.below(1);
    const [runs, there] = await at(0.7);
    expect(there).equal(1);
    expect(runs).not.oneOf([ghost[0], whole[0]]);
  });

  it('shows the same at a cue whatever came before', async () => {
    const order = ['question', 'expected', 'invitation', 'title', 'surprise', 'tone', 'length'];
    const scene = await single('length');
    for (const step of order) {
      scene.step = step;
      await still(scene);
      const reached = picture(scene);
      scene.remove();
      const fresh = await single(step);
      expect(picture(fresh), step).equal(reached);
      fresh.replaceWith(scene);
      await still(scene);
    }
  });

  it('shows the same log at a cue whatever came before', async () => {
    const scene = await log('weekend');
    for (const step of ['may', 'reading', 'weekend', 'may']) {
      scene.step = step;
      await still(scene);
      const reached = picture(scene);
      scene.remove();
      const fresh = await log(step);
      expect(picture(fresh), step).equal(reached);
      fresh.replaceWith(scene);
      await still(scene);
    }
  });

  for (const [width, height, size] of [
    [760, 640, '16px'],
    [390, 480, '16px'],
    [280, 300, '16px'],
    [390, 480, '32px'],
    [1000, 240, '16px'],
    [1600, 900, '16px'],
  ] as const)
    it(`keeps words apart and in the frame at ${width} by ${height}, type ${size}`, async () => {
      const holder = await fixture<HTMLElement>(
        html`<div style="--story-font-size: ${size}"></div>`,
      );
      for (const [make, steps] of [
        [single, states],
        [log, logStates],
      ] as const)
        for (const { step } of steps) {
          const scene = await make(step, width, height);
          holder.append(scene);
          await still(scene);
          expect(collisions(scene), step).deep.equal([]);
          scene.remove();
        }
    });

  it('runs from right to left where the page does', async () => {
    const scene = await single('invitation', 760, 640, 'rtl');
    const [from, to] = all(scene, '.names span').map((name) => name.getBoundingClientRect().left);
    expect(from).above(to!);
    const lit = all(scene, '.lit')[0]!.getBoundingClientRect();
    expect(lit.left - scene.getBoundingClientRect().left).below(100);
    const [start, end] = all(scene, '.dot').map((dot) => dot.getBoundingClientRect().left);
    expect(start).above(end!);
  });

  it('speaks in sentences that the states and data carry', async () => {
    const scene = await single('invitation');
    expect(scene.describe()).equal(
      `A telephone line between Washington and Moscow. The line is open. The clock stands at 41:00 of 41 minutes. A bracket from minute 0 to minute 40: ${unknown}. Lit: minute 41, the invitation.`,
    );
    expect(scene.describe('title')).equal('A telephone line between Washington and Moscow.');
    expect(scene.describe('question')).contain('The line is closed.').and.contain('blank');
    const four = await log('weekend');
    expect(four.describe())
      .contain('4 of 6')
      .and.contain('first call, second call, third call, and fourth call');
    expect(four.describe('may')).contain('France joins London (joined).');
  });

  it('reads a log from a list, and names ends once for calls between the same two', async () => {
    const scene = await fixture<PhoneCallScene>(
      html` <phone-call-scene style="width: 600px; height: 400px" motion="stepped">
        <ol>
          <li data-from="A" data-to="B" data-tone="c" data-to-tone="d">one</li>
          <li data-from="A" data-to="B">two</li>
          <li data-from="C" data-to="B" data-kind="joined">three</li>
        </ol>
      </phone-call-scene>`,
    );
    await still(scene);
    expect(shown(scene, '.end')).deep.equal(['A', 'B', 'C', 'B']);
    expect(shown(scene, '.words')).deep.equal(['one', 'two', 'three']);
    expect(all(scene, '.joined')).lengthOf(1);
    expect(scene.renderRoot.querySelector('details')!.hidden).equal(false);
    expect(all(scene, '.dot')[0]!.className).contain('tone-c');
    expect(all(scene, '.dot')[1]!.className).contain('tone-d');
  });

  it('shows as many calls as a state says', async () => {
    const scene = await log('weekend');
    expect(all(scene, '.row').filter(seen)).lengthOf(4);
    expect(shown(scene, '.total')).deep.equal(['4']);
    scene.step = 'may';
    await still(scene);
    expect(all(scene, '.row').filter(seen)).lengthOf(6);
    expect(shown(scene, '.foot')).deep.equal([]);
  });

  for (const duration of ['long', '-3', '601', '4.5', '0'])
    it(`warns once of the duration "${duration}" and draws a usual one`, async () => {
      const warnings = expectWarnings();
      const scene = await fixture<PhoneCallScene>(
        html`<phone-call-scene duration=${duration} motion="stepped"></phone-call-scene>`,
      );
      await still(scene);
      expect(clock(scene)).equal('10:00');
      expect(warnings.filter((text) => text.includes(`"${duration}"`))).lengthOf(1);
    });

  it('names what states and calls say that cannot be drawn, and throws nothing', async () => {
    const warnings = expectWarnings();
    const bad = [
      { step: 'one', clock: 99, line: 'opne', mark: 70 },
      { step: 'two', clock: 'soon' },
    ];
    const scene = await fixture<PhoneCallScene>(
      html`<phone-call-scene duration="41" motion="stepped" .states=${bad}></phone-call-scene>`,
    );
    await still(scene);
    expect(clock(scene)).equal('41:00');
    expect(scene.steps).deep.equal(['one']);
    for (const word of ['opne', 'clock is 99', 'mark is 70', 'soon'])
      expect(
        warnings.some((text) => text.includes(word)),
        word,
      ).equal(true);
    const empty = await fixture<PhoneCallScene>(
      html`<phone-call-scene motion="stepped"><ol></ol></phone-call-scene>`,
    );
    await still(empty);
    const calls = [{ from: 'A', to: 'B', kind: 'shout' }, { from: 'A' }];
    const odd = await fixture<PhoneCallScene>(
      html`<phone-call-scene motion="stepped" .calls=${calls}></phone-call-scene>`,
    );
    await still(odd);
    expect(all(odd, '.row')).lengthOf(1);
    for (const word of ['no data', 'shout', '"to" is empty'])
      expect(
        warnings.some((text) => text.includes(word)),
        word,
      ).equal(true);
  });

  it('has the digits of its language, and no letters that jitter', async () => {
    const scene = await fixture<PhoneCallScene>(
      html`<phone-call-scene lang="ar-EG" duration="41" motion="stepped"></phone-call-scene>`,
    );
    await still(scene);
    expect(clock(scene)).equal('٤١:٠٠');
    const places = (): string[] => all(scene, '.clock text').map((cell) => cell.getAttribute('x')!);
    const before = places();
    scene.step = 'connected';
    await still(scene);
    expect(places()).deep.equal(before);
  });

  it('leaves free what a card covers', async () => {
    const scene = await single('invitation', 390, 700);
    scene.style.setProperty('--scene-inset-bottom', '50%');
    const { bottom } = all(scene, '.frame')[0]!.getBoundingClientRect();
    expect(bottom - scene.getBoundingClientRect().top).closeTo(350, 1);
    const scale = all(scene, '.scale')[0]!.getBoundingClientRect();
    expect(scale.bottom).most(bottom);
  });

  it('makes stills with its ends and calls', async () => {
    const scene = await single('tone');
    const copy = scene.still('invitation') as PhoneCallScene;
    scene.after(copy);
    await still(copy);
    expect(clock(copy)).equal('41:00');
    expect(shown(copy, '.names span')).deep.equal(['Washington', 'Moscow']);
    copy.remove();
  });

  for (const theme of ['light', 'dark'])
    it(`is accessible, ${theme}`, async () => {
      const holder = await fixture<HTMLElement>(
        html`<div
          style="color-scheme: ${theme}; background: ${theme === 'dark' ? '#0b1017' : '#f5f6f8'}"
        ></div>`,
      );
      for (const [make, steps] of [
        [single, states],
        [log, logStates],
      ] as const)
        for (const { step } of steps) {
          const scene = await make(step);
          holder.replaceChildren(scene);
          await still(scene);
          await expect(scene).to.be.accessible();
        }
    });
});

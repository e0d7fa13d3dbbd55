import { clamp01, easeInOut, mix, stagger } from '../../core/timing.js';
import type { Arrangement, Label, Picture, Stage } from './stage.js';
import { between, type Camera } from './camera.js';

/** A part of the picture that is moved by one matrix and shown by one opacity, both written only when they change. */
class Sprite {
  readonly #element: SVGGraphicsElement;
  readonly #matrix: SVGMatrix;
  readonly #transform: SVGTransform;
  #opacity = NaN;

  constructor(element: SVGGraphicsElement, svg: SVGSVGElement) {
    this.#element = element;
    this.#matrix = svg.createSVGMatrix();
    this.#transform = element.transform.baseVal.initialize(
      svg.createSVGTransformFromMatrix(this.#matrix),
    );
  }

  /** Scales and turns by (a, b), then moves to (e, f). */
  move(e: number, f: number, a = 1, b = 0): void {
    const matrix = this.#matrix;
    if (matrix.e === e && matrix.f === f && matrix.a === a && matrix.b === b) return;
    matrix.a = matrix.d = a;
    matrix.b = b;
    matrix.c = -b;
    matrix.e = e;
    matrix.f = f;
    this.#transform.setMatrix(matrix);
  }

  show(opacity: number): void {
    if (opacity === this.#opacity) return;
    this.#opacity = opacity;
    this.#element.style.opacity = opacity === 1 ? '' : String(opacity);
    // What cannot be seen must not be found by a pointer or a search in the page either.
    this.#element.style.visibility = opacity ? '' : 'hidden';
  }
}

/**
 * When, on the way from one state to the next, each of its changes takes place: one after another, so that one
 * thing moves at a time.
 */
interface Way {
  readonly camera: number;
  readonly shown: number;
  readonly lines: number;
  readonly home: number;
}

const sameCamera = (a: Camera, b: Camera): boolean =>
  Math.abs(a.left - b.left) + Math.abs(a.top - b.top) + 1e3 * Math.abs(a.scale - b.scale) < 0.5;

/** How far each change has come when the whole way has come to `part`. */
export function ways(from: Arrangement, to: Arrangement, part: number): Way {
  const changes = (['camera', 'shown', 'lines', 'home'] as const).filter((name) =>
    name === 'camera' ? !sameCamera(from.camera, to.camera) : from[name] !== to[name],
  );
  const of = (name: keyof Way): number => {
    const turn = changes.indexOf(name);
    return turn < 0 ? part : clamp01(part * changes.length - turn);
  };
  return {
    camera: easeInOut(of('camera')),
    shown: of('shown'),
    lines: of('lines'),
    home: of('home'),
  };
}

/** Writes a point on the row of arrangements into the picture, in one pass and without making objects or strings. */
export class Painter {
  readonly #arrangements: readonly Arrangement[];
  readonly #stage: Stage;
  readonly #outlines: readonly Sprite[];
  readonly #rings: readonly { sprite: Sprite; km: number }[];
  readonly #marks: readonly Sprite[];
  readonly #lines: readonly { sprite: Sprite; place: number }[];
  readonly #leads: readonly Sprite[];
  readonly #dots: readonly Sprite[];
  readonly #circles: readonly Sprite[];
  readonly #trays: readonly Sprite[];
  readonly #arrows: readonly Sprite[];
  readonly #labels: readonly { sprite: Sprite; in: readonly (Label | undefined)[] }[];
  readonly #totals: readonly { sprite: Sprite; in: readonly number[] }[];
  readonly #home: Sprite;
  readonly #counter: Sprite;
  readonly #count: Text;
  /** Where the anchors stand now, in pixels, and how much of their people are there. */
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #there: Float64Array;

  constructor(svg: SVGSVGElement, { arrangements, stage, labels, captions }: Picture) {
    this.#arrangements = arrangements;
    this.#stage = stage;
    const sprites = (name: string): Sprite[] =>
      [...svg.querySelectorAll<SVGGraphicsElement>(`.${name}`)].map(
        (element) => new Sprite(element, svg),
      );
    const sprite = (name: string): Sprite => sprites(name)[0]!;
    this.#outlines = sprites('outlines');
    this.#rings = sprites('distance').map((ring, i) => ({
      sprite: ring,
      km: ringRadii(arrangements)[i]!,
    }));
    this.#marks = sprites('mark');
    const lined = placed(stage);
    this.#lines = sprites('way').map((way, i) => ({ place: lined[i]!, sprite: way }));
    this.#leads = sprites('lead');
    this.#dots = sprites('dot');
    this.#circles = sprites('ring');
    this.#trays = sprites('tray');
    this.#arrows = sprites('arrow');
    this.#totals = sprites('words').map((words, i) => ({
      sprite: words,
      in: arrangements.map(({ total }) => (total?.join(' ') === captions[i]!.join(' ') ? 1 : 0)),
    }));
    this.#home = sprite('home');
    this.#counter = sprite('counter');
    this.#labels = sprites('label').map((label, i) => ({
      sprite: label,
      in: arrangements.map((state) => state.labels.find(({ key }) => key === labels[i]!.key)),
    }));
    const numeral = svg.querySelector('.count')!;
    if (!numeral.firstChild) numeral.append('');
    this.#count = numeral.firstChild as Text;
    const anchors = stage.places.length + 1;
    this.#x = new Float64Array(anchors);
    this.#y = new Float64Array(anchors);
    this.#there = new Float64Array(anchors);
  }

  /** @param at which arrangement, and how far on the way to the next one */
  draw(at: number): void {
    const last = this.#arrangements.length - 1;
    const index = Math.max(0, Math.min(Math.floor(at), last));
    const from = this.#arrangements[index]!;
    const to = this.#arrangements[Math.min(index + 1, last)]!;
    const part = Math.max(0, Math.min(1, at - index));
    const way = ways(from, to, part);
    const camera = between(from.camera, to.camera, way.camera);
    for (const outlines of this.#outlines) outlines.move(camera.left, camera.top, camera.scale);
    for (const { sprite, km } of this.#rings) {
      const seen = mix(from.rings.has(km) ? 1 : 0, to.rings.has(km) ? 1 : 0, way.camera);
      sprite.show(seen);
      if (seen) sprite.move(camera.left, camera.top, km * camera.scale);
    }
    this.#place(from, to, camera, way);
    const shown = this.#people(from, to, way);
    this.#ways(from, to, camera, way);
    this.#write(index, Math.min(index + 1, last), camera, way, part);
    const text = this.#stage.number(shown);
    if (this.#count.data !== text) this.#count.data = text;
  }

  #place(from: Arrangement, to: Arrangement, camera: Camera, way: Way): void {
    const { places } = this.#stage;
    for (let i = 0; i <= places.length; i++) {
      const at = i < places.length ? places[i]!.at : origin;
      let [a, b] = [from.anchors[i]!, to.anchors[i]!];
      // What only one of them shows stays where that one has it, and is seen coming or going there.
      if (a.seen !== b.seen) a = b = a.seen ? a : b;
      const x = at ? at.x * camera.scale + camera.left : 0;
      const y = at ? at.y * camera.scale + camera.top : 0;
      this.#x[i] = mix(a.map ? x + a.x : a.x, b.map ? x + b.x : b.x, way.camera);
      this.#y[i] = mix(a.map ? y + a.y : a.y, b.map ? y + b.y : b.y, way.camera);
    }
    const home = places.length;
    this.#home.move(this.#x[home]!, this.#y[home]!);
    this.#home.show(mix(from.anchors[home]!.seen, to.anchors[home]!.seen, way.camera));
  }

  #people(from: Arrangement, to: Arrangement, way: Way): number {
    const { units, seats, size, places } = this.#stage;
    const [x, y] = [this.#x, this.#y];
    const least = Math.min(from.shown, to.shown);
    const change = Math.abs(to.shown - from.shown);
    // The marks come one after another, each within a tenth of the time; going back, the last to come goes first.
    const soft = Math.max(1, change / 10);
    const front = (to.shown > from.shown ? way.shown : 1 - way.shown) * (change - 1 + soft);
    const home = mix(from.home, to.home, way.home);
    const [hx, hy] = [x[places.length]!, y[places.length]!];
    this.#there.fill(0);
    let count = least;
    for (let i = 0; i < units.length; i++) {
      const { place, rank } = units[i]!;
      const grown = i < least ? 1 : i < least + change ? clamp01((front - (i - least)) / soft) : 0;
      if (i >= least && grown >= 0.5) count++;
      // What lies beyond the frame and is not named there is not drawn; once they are home they all are.
      const seen = mix(
        from.home < 1 ? from.anchors[place]!.seen : 1,
        to.home < 1 ? to.anchors[place]!.seen : 1,
        way.camera,
      );
      const scale = size * grown * seen;
      if (scale === 0) {
        this.#marks[i]!.move(0, 0, 0);
        continue;
      }
      this.#there[place] = Math.max(this.#there[place]!, grown);
      const seat = seats[place]![rank]!;
      const a = from.gathered[i] ?? to.gathered[i] ?? origin;
      const b = to.gathered[i] ?? a;
      const gone = easeInOut(stagger(i, units.length, home, 0.5));
      this.#marks[i]!.move(
        mix(x[place]! + seat.x * size, hx + mix(a.x, b.x, way.home), gone),
        mix(y[place]! + seat.y * size, hy + mix(a.y, b.y, way.home), gone),
        scale,
      );
    }
    return count;
  }

  /** Lines home, leaders, rings and arrows of all places. */
  #ways(from: Arrangement, to: Arrangement, camera: Camera, way: Way): void {
    const { places } = this.#stage;
    const drawn = mix(from.lines, to.lines, way.lines);
    for (const { sprite, place } of this.#lines) {
      const at = places[place]!.at!;
      // The line is as long as the way home; scaled about the capital it grows from there.
      const grown = easeInOut(drawn) * this.#there[place]!;
      sprite.move(at.x * (1 - grown), at.y * (1 - grown), grown);
    }
    for (let i = 0; i <= places.length; i++) {
      const [a, b] = [from.anchors[i]!, to.anchors[i]!];
      const [x, y] = [this.#x[i]!, this.#y[i]!];
      const there = this.#there[i]!;
      const r = a.seen === b.seen ? mix(a.r, b.r, way.camera) : a.seen ? a.r : b.r;
      const edge = mix(a.edge, b.edge, way.camera);
      this.#arrows[i]!.show(edge);
      if (edge) {
        const [dx, dy] = [mix(a.dx, b.dx, way.camera), mix(a.dy, b.dy, way.camera)];
        const long = Math.hypot(dx, dy) || 1;
        const out = (r + 5) / long;
        this.#arrows[i]!.move(x + dx * out, y + dy * out, dx / long, dy / long);
      }
      if (i === places.length) break;
      const ring = mix(a.ring, b.ring, way.camera);
      this.#circles[i]!.show(ring);
      if (ring) this.#circles[i]!.move(x, y, r);
      const tray = mix(a.tray * a.seen, b.tray * b.seen, way.camera) * there;
      this.#trays[i]!.show(tray);
      if (tray) this.#trays[i]!.move(x, y, r);
      // Where people stand the leader comes with them; a mere name has one of its own.
      const lead = mix(a.lead * (a.marks ? there : 1), b.lead * (b.marks ? there : 1), way.camera);
      this.#leads[i]!.show(lead);
      this.#dots[i]!.show(lead);
      const at = places[i]!.at;
      if (!lead || !at) continue;
      const [px, py] = [at.x * camera.scale + camera.left, at.y * camera.scale + camera.top];
      this.#dots[i]!.move(px, py);
      this.#leads[i]!.move(px, py, x - px, y - py);
    }
  }

  #write(from: number, to: number, camera: Camera, way: Way, part: number): void {
    for (const { sprite, in: states } of this.#labels) {
      const [a, b] = [states[from], states[to]];
      if (!a && !b) {
        sprite.show(0);
        continue;
      }
      // A label that both states have glides; one that only one has is gone, or not yet come, half-way.
      sprite.show(crossed(a ? 1 : 0, b ? 1 : 0, part));
      const one = a ?? b!;
      const two = b ?? a!;
      const x = mix(one.x, two.x, way.camera);
      const y = mix(one.y, two.y, way.camera);
      if (one.at && two.at)
        sprite.move(
          mix(one.at.x, two.at.x, way.camera) * camera.scale + camera.left + x,
          mix(one.at.y, two.at.y, way.camera) * camera.scale + camera.top + y,
        );
      else sprite.move(this.#x[one.anchor]! + x, this.#y[one.anchor]! + y);
    }
    const has = (index: number): number => (this.#arrangements[index]!.total ? 1 : 0);
    this.#counter.show(mix(has(from), has(to), part));
    for (const { sprite, in: states } of this.#totals)
      sprite.show(crossed(states[from]!, states[to]!, part));
  }
}

const origin = { x: 0, y: 0 };

/** How much is seen of what is there before, after or both: the old goes before the new comes. */
const crossed = (before: number, after: number, part: number): number =>
  before && after ? 1 : clamp01(before ? 1 - 2 * part : after ? 2 * part - 1 : 0);
/** The places that have a line home: those on the map. */
export const placed = ({ places }: Stage): number[] =>
  [...places.keys()].filter((index) => places[index]!.at && places[index]!.count);

/** All rings of distance of all states, in kilometres. */
export const ringRadii = (arrangements: readonly Arrangement[]): number[] =>
  [...new Set(arrangements.flatMap(({ rings }) => [...rings]))].sort((a, b) => a - b);

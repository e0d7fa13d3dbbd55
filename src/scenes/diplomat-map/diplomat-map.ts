import {
  html,
  nothing,
  svg,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property, state } from '../../controllers/property.js';
import type { Numbers, Transition } from '../../controllers/timeline-controller.js';
import { isRefusal } from '../../core/cells.js';
import { readPoint } from '../../core/coordinates.js';
import { formatKilometres, formatMiles, formatNumber } from '../../core/numbers.js';
import { phrasesVersion } from '../../core/phrases.js';
import { remember } from '../../core/remember.js';
import { choosePer, readPer, sayPer, tellRaised } from '../per.js';
import { SceneElement } from '../scene-element.js';
import { shapeOf } from '../shapes.js';
import { arrangeAll, type Label, type Stage } from './arrange.js';
import type { Point } from './azimuthal.js';
import type { Rect } from './camera.js';
import { locate, reviewCentre } from './centre.js';
import { describe, say } from './describe.js';
import { styles } from './diplomat-map.styles.js';
import { inTurn, labelKey, painter, poseAt, tonesOf, waysOf, type Picture } from './painter.js';
import { complain, readPlaces } from './places.js';
import { findMap } from './find-map.js';
import { antipode, defineMap, type PreparedMap } from './prepared-map.js';
import { hasRoom, markSize } from './room.js';
import { scene, type MapRow, type MapState } from './scene.js';
import { seat, unitsOf } from './units.js';
import { readView, type Surroundings } from './views.js';

/** Pixels between the picture's edge and anything that is to be read. */
const margin = 10;

const kilometresInMile = 1.609344;

/**
 * People at places on a map, one mark a person, with a home to travel to: an azimuthal equidistant map, on which the
 * shortest way from any place to its centre is a straight line.
 *
 * A picture draws at most 2000 marks, fewer in a small box. Where there is more to count, a mark stands for several, and
 * the picture says for how many; of more than 1000 places the smallest are added up. All numbers stay as the data have
 * them.
 *
 * Without outlines, or until they are there, the places stand on plain paper at their distance and direction.
 *
 * @summary People at places on a map, one mark a person, with a home to travel to.
 * @slot steps - The states: a table, or an element round one, with a row a step. Put `hidden` on it: it is not shown. Without it
 *   the steps are `places`, `lines` and `home`.
 * @csspart outlines - The land and its borders.
 * @csspart count - The number counted.
 * @csspart note - What a mark stands for, where that is not one.
 * @cssprop --story-mark - The rim of the map, and rings of distance.
 * @cssprop --story-land - Land.
 */
export class DiplomatMap extends SceneElement<typeof scene> {
  static override readonly scene: typeof scene = scene;
  static override readonly styles: CSSResultGroup = [SceneElement.styles, styles];

  /** Gives a prepared map a name for the attribute `topology` of every map on the page. */
  static readonly defineMap: (name: string, map: PreparedMap) => void = defineMap;

  /**
   * The outlines: the name of a map given to `defineMap`, or the address of a prepared map or of TopoJSON, as JSON.
   * What cannot be loaded is told in the console and under the picture.
   */
  @property() topology: string = '';

  /** The outlines themselves, prepared or as TopoJSON; goes before `topology`. */
  @property({ attribute: false }) map: unknown;

  /**
   * Latitude and longitude of the centre in degrees, `55.8, 37.6` or `55.8° N, 37.6° E`; the prepared map's own, or the middle of all places,
   * if empty. Two numbers without letters that make sense only with the longitude first, or that clearly are among the
   * places only so, are read so; the console says it. A prepared map keeps its own centre; the console says so where
   * another is asked for.
   */
  @property() centre: string = '';

  /** The name of the centre, to which the lines lead; it is not marked if empty. */
  @property() home: string = '';

  /** How the earth is laid flat: `azimuthal-equidistant`, which has straight ways home, is the only one. */
  @property() projection: string = 'azimuthal-equidistant';

  /** The word for what is counted, in the plural: beside the number counted, and in the description. */
  @property() unit: string = '';

  /**
   * How many units a mark stands for, above 0; 1 if empty. Where that is more marks than the picture has room for it
   * is more: 2, 5, 10, 20, 50 and so on. The picture and its description say so where it is not 1.
   */
  @property() per: number | string = '';

  /** What distances on the map are told in: `km` or `mi`. What you write yourself stays as it is. */
  @property() distances: 'km' | 'mi' = 'km';

  /** What a mark looks like: `person`, `dot` or `square`. People are whole; of what is not, write another mark. */
  @property() mark: 'person' | 'dot' | 'square' = 'person';

  @state() private _outlines: PreparedMap | undefined;
  @state() private _missing = false;

  /** What the outlines were looked for by. */
  #asked: readonly unknown[] = [];
  /** The centre of the map, in degrees. */
  #middle: Point = { x: 0, y: 0 };
  #picture: Picture | undefined;
  #corner: Rect | undefined;
  #paint: ReturnType<typeof painter> | undefined;
  /** Where the rows are that have a place. */
  readonly #located = remember(locate);
  readonly #places = remember(
    (
      rows: readonly MapRow[],
      centre: Point,
      whole: boolean,
      language: string | undefined,
      _spoken: number,
    ) =>
      readPlaces(rows, centre, {
        ...{ map: this, language, whole },
        rest: (count) => say(language, 'mapRest', { count }),
      }),
  );

  protected override willUpdate(changed: PropertyValues<this>): void {
    // All but what says where the reader is changes the picture itself.
    if (
      [...changed.keys()].some(
        (name) => !/^(step|progress|motion|_outlines|_missing)$/.test(String(name)),
      )
    )
      this.relayout();
    super.willUpdate(changed);
  }

  protected override inherit(from: this): void {
    super.inherit(from);
    this.map = from.map ?? from._outlines;
  }

  // What is tweened are places on the row of states. All else between two states is arithmetic.
  protected start(): Numbers {
    return poseAt(0);
  }

  protected pose(state: MapState): Numbers {
    return poseAt(this.allStates.indexOf(state) + 1);
  }

  protected override transition(...[from, to, timeline, numbers]: Parameters<Transition>): void {
    const [before, after] = [from, to].map(({ at }) => this.#picture?.arrangements[at!]);
    if (before && after) inTurn([before, after], to.at!, timeline, numbers);
  }

  protected draw(numbers: Readonly<Numbers>): void {
    const drawing = this.renderRoot.querySelector<SVGSVGElement>('.picture > svg');
    if (!this.#picture || !drawing) return;
    this.#paint ??= painter(drawing, this.#picture);
    this.#paint(numbers);
  }

  protected *layout(): Generator<void, void> {
    const told = this.#picture?.stage.per ?? 1;
    this.#paint = undefined;
    this.#findOutlines();
    const all = this.#surroundings();
    yield;
    const { width, height } = this.size;
    const { fontSize, fontFamily } = getComputedStyle(this);
    // Text is a little larger in a large box; in a very small one it gives way, but not below an ordinary size.
    const em = Math.min(
      Number.parseFloat(fontSize) *
        Math.min(1.25, Math.max(1, Math.min(width, height * 1.5) / 1000)),
      Math.max(15, Math.min(width / 14, height / 15)),
    );
    const context = document.createElement('canvas').getContext('2d')!;
    context.font = `700 ${em}px ${fontFamily}`;
    const lang = this.language;
    const shape = shapeOf(this, this.mark);
    // At the foot stands what shows the data, what a mark stands for, or that the outlines are missing.
    const frame = this.#frame(width, height - 2 * em);
    const views = this.allStates.map((row) => readView(row, all));
    yield;
    const size = markSize(width, height, all.places.length);
    const asked = readPer(this, this.per);
    const per = choosePer(asked, (each) =>
      hasRoom(all, views, frame, size, shape.height, em, each),
    );
    if (asked !== undefined && per > asked) tellRaised(this, asked);
    const places = seat(all.places, per, shape.height);
    const widths = new Map<string, number>();
    const measure = (text: string): number => {
      let known = widths.get(text);
      if (known === undefined) {
        known = context.measureText(text).width * 0.8125;
        widths.set(text, known);
      }
      return known;
    };
    const stage: Stage = {
      width,
      height,
      frame,
      size,
      mark: shape,
      per,
      places: [
        ...places,
        {
          ...{ name: this.home, known: [], tone: 'b', country: false },
          ...{ at: { x: 0, y: 0 }, total: 0, seats: [] },
        },
      ],
      units: unitsOf(all.arrivals, places, per),
      radius: all.radius,
      line: em,
      measure,
      number: (value) => formatNumber(value, lang),
      unit: this.distances === 'mi' ? kilometresInMile : 1,
      distance: (value) =>
        this.distances === 'mi'
          ? formatMiles(value / kilometresInMile, lang)
          : formatKilometres(value, lang),
      rtl: this.rtl,
    };
    const figure = Math.min(width, height) > em * 26 ? 4 : 2.5;
    const { arrangements, corner } = yield* arrangeAll(
      views,
      stage,
      context.measureText(stage.number(all.total)).width * figure +
        context.measureText(this.unit).width +
        16,
      em * figure * 0.85,
    );
    const labels = new Map<string, Label>();
    for (const label of arrangements.flatMap((state) => state.labels))
      if (!labels.has(labelKey(label))) labels.set(labelKey(label), label);
    this.#picture = {
      stage,
      arrangements,
      labels: [...labels.values()],
      rings: [...new Set(arrangements.flatMap(({ rings }) => rings))],
    };
    this.#corner = corner;
    if (per !== told) this.redescribed();
  }

  protected renderPicture(): TemplateResult {
    if (!this.#picture) return html``;
    const { arrangements, stage, labels, rings } = this.#picture;
    const { left, right, bottom, top } = this.#corner!;
    const atEnd = left + right > stage.width;
    const map = this._outlines;
    const scale = `scale(${map?.unit ?? 1})`;
    const tones = tonesOf(stage);
    const basis = this.#basis;
    const start = stage.rtl ? stage.width - stage.frame.right : stage.frame.left;
    const drawn = (kind: string): TemplateResult[] =>
      tones.map((tone) => svg`<path class="${kind} ${tone}"></path>`);
    return html`
      <svg class="notranslate" translate="no" aria-hidden="true" font-size=${stage.line}>
        <g class="outlines" part="outlines">
          <path class="land" transform=${scale} d=${map?.land || nothing}></path>
          <path class="borders" transform=${scale} d=${map?.borders || nothing}></path>
          ${map && map.radius < antipode ? svg`<circle class="rim" r=${map.radius}></circle>` : nothing}
        </g>
        ${rings.map(() => svg`<circle class="distance" r="1"></circle>`)}
        <g class="outlines">
          ${waysOf(stage, arrangements).map((way) => {
            const [tone, width] = way.split(' ');
            return svg`<path class="way ${tone}" stroke-width=${width}></path>`;
          })}
        </g>
        ${['lead', 'point', 'ring', 'tray', 'arrow'].map(drawn)}
        <g class="home b">
          <circle r="8"></circle>
          <circle class="dot" r="3.5"></circle>
        </g>
        ${drawn('mark')}
        ${labels.map(({ text, tone }) => svg`<g class="label ${tone}"><text dy="0.35em" .textContent=${text}></text></g>`)}
        <g class="counter">
          <text
            class="count ${atEnd !== stage.rtl ? 'at-end' : ''}"
            part="count"
            x=${atEnd ? right : left}
            y=${bottom - (bottom - top) * 0.1}
          >
            <tspan font-size=${(bottom - top) / 0.85}></tspan>
            <tspan .textContent=${`\u00a0${this.unit}`}></tspan>
          </text>
        </g>
      </svg>
      ${
        this._missing
          ? html`<p
              class="notice missing"
              part="notice"
              .textContent=${`${say(this.language, 'mapMissing')} ${basis}`}
            ></p>`
          : basis
            ? html`<p
                class="note"
                part="note"
                .style=${`inset-inline-start:${start}px;inset-block-end:${stage.height - stage.frame.bottom - 2 * stage.line}px`}
                .textContent=${basis}
              ></p>`
            : nothing
      }
    `;
  }

  protected describeState(row: MapState): string {
    return describe(row, this.#surroundings(), this.language, this.home, this.unit, this.#basis);
  }

  /** What a mark stands for, in words; empty where that is one. */
  get #basis(): string {
    return sayPer(this.#picture?.stage.per ?? 1, this.unit, this.language);
  }

  /** The part of the box that the page's words leave free. */
  #frame(width: number, height: number): Rect {
    const { top, right, bottom, left } = getComputedStyle(this.picture!, '::before');
    const free = (inset: string, size: number): number =>
      Math.min(margin + (Number.parseFloat(inset) || 0), size / 2 - 20);
    return {
      left: free(left, width),
      top: free(top, height),
      right: width - free(right, width),
      bottom: height - free(bottom, height),
    };
  }

  /** Everything that words of a state are understood by. */
  #surroundings(): Surroundings {
    const { language: lang, rows } = this;
    const centre = this.#middle;
    const radius = this._outlines?.radius ?? antipode;
    const { whole } = shapeOf(this, this.mark);
    return {
      ...this.#places(rows, centre, whole, lang, phrasesVersion()),
      centre,
      region: this.#located(rows).region,
      radius,
      map: this,
      language: lang,
    };
  }

  /** Has the outlines drawn about the centre: at once if they were prepared, else once they are there. */
  #findOutlines(): void {
    const { projection, topology, map, rows } = this;
    const located = this.#located(rows);
    if (projection !== 'azimuthal-equidistant')
      complain(this, 'projection', `projection "${projection}"; use "azimuthal-equidistant"`);
    const wanted = this.centre ? readPoint(this.centre, this.language, located.region) : undefined;
    if (isRefusal(wanted))
      complain(this, 'bad-centre', `centre "${this.centre}"; ${wanted.refused}`);
    const point = isRefusal(wanted) ? undefined : wanted;
    const centre = point ? { x: point.lon, y: point.lat } : located.middle;
    const asked = [map, topology, centre.x, centre.y, this.centre];
    if (asked.every((value, i) => value === this.#asked[i])) return;
    this.#asked = asked;
    const take = (found: PreparedMap | undefined, missing = false): void => {
      this._outlines = found;
      this._missing = missing;
      const [x, y] = found?.centre ?? [centre.x, centre.y];
      this.#middle = { x, y };
    };
    const found = findMap(map, topology, centre);
    if (!(found instanceof Promise)) {
      take(found);
      if (point) reviewCentre(this, this.centre, point, found);
      return;
    }
    take(undefined);
    const late = (come: PreparedMap | undefined, missing?: boolean): void => {
      if (asked !== this.#asked) return;
      take(come, missing);
      if (point) reviewCentre(this, this.centre, point, come);
      this.relayout();
    };
    found.then(late).catch((error: unknown) => {
      late(undefined, true);
      complain(
        this,
        'no-topology',
        `topology "${topology}": ${String(error)}; name a prepared map, or give the address of one or of TopoJSON`,
      );
    });
  }
}

import {
  html,
  nothing,
  svg,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Numbers } from '../../controllers/timeline-controller.js';
import { formatNumber, parseNumber } from '../../core/numbers.js';
import { warn } from '../../core/warn.js';
import { tokens } from '../../styles/tokens.styles.js';
import { person } from '../person.js';
import { SceneElement } from '../scene-element.js';
import { sceneStyles } from '../scene.styles.js';
import { arrangeAll } from './arrange.js';
import { middle, type Point } from './azimuthal.js';
import type { Rect } from './camera.js';
import { seats } from './clusters.js';
import { describe } from './describe.js';
import { styles } from './diplomat-map.styles.js';
import { wrap } from './labels.js';
import { Painter, placed, ringRadii } from './painter.js';
import { say } from './phrases.js';
import { mapColumns, mapStates, readPlaces, type MapState } from './places.js';
import {
  antipode,
  defineMap,
  drawable,
  isPrepared,
  namedMap,
  type PreparedMap,
} from './prepared-map.js';
import { distanceIn, measureIn, textSize } from './text.js';
import type { Picture, Stage, View } from './stage.js';
import { readView, type Surroundings } from './views.js';

/** Where the number counted stands. */
interface Numeral {
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly right: boolean;
}

/** Pixels between the picture's edge and anything that is to be read. */
const margin = 10;

/**
 * @summary People at places on a map, one mark a person, with a home to travel to: an azimuthal equidistant map, on
 * which the shortest way from any place to its centre is a straight line.
 *
 * Data columns: `name` and/or `code` (a country by its ISO code of two letters is named in the language of the page),
 * `label` (goes before both), `count`, `lat` and `lon` (degrees; a row without them gets a place of its own at the
 * foot of the picture), `date` (ISO), `tone` (`a` to `d`; `c` unless told).
 *
 * State columns: `step`, `description`, `focus` (`all`, a list of codes or names, `home` among them, or
 * `lat,lon,kilometres` across), `until` (the last day that counts, ISO; `none` for no marks), `ring` (a list, or
 * `all`), `names` (places whose labels come first), `lines` (0 to 1: lines home), `home` (0 to 1: how far the marks
 * have come home), `total` (`yes`, or words to stand under the number counted, with `{places}` and `{date}`).
 *
 * @slot - A table with the data.
 * @slot steps - A hidden table with the states.
 * @csspart outlines - The land and its borders.
 * @csspart count - The number counted.
 * @cssprop --scene-inset-top - Height at the top that the picture leaves free for words; likewise right, bottom, left.
 */
export class DiplomatMap extends SceneElement<typeof mapColumns, typeof mapStates> {
  static override readonly styles: CSSResultGroup = [tokens, sceneStyles, styles];

  /** Gives a prepared map a name for the attribute `topology` of every map on the page. */
  static defineMap(name: string, map: PreparedMap): void {
    defineMap(name, map);
  }

  /** The outlines: the name of a prepared map, or the address of a prepared map or of TopoJSON, as JSON. */
  @property() topology: string = '';

  /** The outlines themselves, prepared or as TopoJSON; goes before `topology`. */
  @property({ attribute: false }) map: unknown;

  /** Longitude and latitude of the centre in degrees; the map's own, or the middle of all places, if empty. */
  @property() centre: string = '';

  /** The name of the centre, to which the lines lead; it is not marked if empty. */
  @property() home: string = '';

  /** How the earth is laid flat; `azimuthal-equidistant` is the one that has straight ways home. */
  @property() projection: string = 'azimuthal-equidistant';

  /** The word for what is counted, in the plural, for the description. */
  @property() unit: string = '';

  @state() private _outlines: PreparedMap | undefined;
  @state() private _missing = false;

  protected readonly columns: typeof mapColumns = mapColumns;
  protected readonly stateColumns: typeof mapStates = mapStates;
  /** What `map` or `topology` gave, before it is projected. */
  #source: unknown;
  #projected: { source: unknown; key: string } | undefined;
  #read: { rows: unknown; key: string; all: Surroundings } | undefined;
  #picture: Picture | undefined;
  #numeral: Numeral = { size: 0, x: 0, y: 0, right: false };
  #painter: Painter | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.fonts.addEventListener('loadingdone', this.#fontsCame);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.fonts.removeEventListener('loadingdone', this.#fontsCame);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('map') || changed.has('topology')) this.#load();
    if (changed.has('projection') && this.projection !== 'azimuthal-equidistant')
      this.#problem(
        'projection',
        `the projection "${this.projection}" is not offered; use "azimuthal-equidistant"`,
      );
    const own: PropertyKey[] = ['centre', 'home', '_outlines', '_missing'];
    if (own.some((name) => changed.has(name as keyof DiplomatMap))) this.relayout();
    super.willUpdate(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // A step that the scene does not know draws nothing; what is there is then seen as before the first step.
    if (this.#picture && !this.#painter) this.draw(this.start());
  }

  protected override inherit(from: this): void {
    this.map = from.#source;
  }

  protected defaultStates(): readonly Record<string, unknown>[] {
    return [
      { step: 'places', total: 'yes' },
      { step: 'lines', total: 'yes', lines: 1 },
      { step: 'home', total: 'yes', lines: 1, home: 1 },
    ];
  }

  // One number is tweened: the place on the row of states. All else between two states is arithmetic.
  protected start(): Numbers {
    return { at: 0 };
  }

  protected pose(state: MapState): Numbers {
    return { at: this.allStates.indexOf(state) + 1 };
  }

  protected draw({ at }: Readonly<Numbers>): void {
    const picture = this.#picture;
    const drawing = this.renderRoot.querySelector<SVGSVGElement>('.picture > svg');
    if (!picture || !drawing) return;
    this.#painter ??= new Painter(drawing, picture);
    this.#painter.draw(at ?? 0);
  }

  protected layout(): void {
    this.#painter = undefined;
    this.#project(this.#centre());
    const { width, height } = this.size;
    const { fontSize, fontFamily } = getComputedStyle(this);
    // An element that was just taken out of the page has no computed style.
    const em = textSize(Number.parseFloat(fontSize) || 16, width, height);
    const all = this.#surroundings();
    const { language, places, units } = all;
    const measure = measureIn(fontFamily, em);
    const stage: Stage = {
      width,
      height,
      frame: this.#frame(width, height, em * 2.25),
      size: Math.max(5, Math.min(9, Math.min(width, height) / 85)),
      places,
      units,
      seats: places.map((place) => seats(place.count)),
      home: this.home,
      radius: all.radius,
      em,
      line: em * 0.8125 * 1.25,
      measure: (text, small) => measure(text, small ? 0.6875 : 0.8125, small ? 400 : 700),
      number: (value) => formatNumber(value, language),
      distance: distanceIn(language),
      rtl: this.rtl,
    };
    const broad = Math.min(width * 0.42, em * 15);
    const words = (text: string): number => measure(text, 0.8125, 400);
    const views = this.allStates.map((row): View => {
      const view = readView(row, all);
      // Where nobody is to be counted, a nought would say that somebody might.
      const total = units.length
        ? view.total?.flatMap((text) => wrap(text, broad, words))
        : undefined;
      return { ...view, total };
    });
    const captions = views.flatMap(({ total }) => (total?.length ? [total] : []));
    const size = Math.min(width, height) > em * 26 ? 4 : 2.5;
    const digits = stage.number(units.length).replace(/\p{Nd}/gu, '0');
    const counter = {
      width: Math.max(measure(digits, size, 700), ...captions.flat().map(words)) + 8,
      height: em * size * 0.85 + Math.max(0, ...captions.map((lines) => lines.length)) * stage.line,
    };
    const none = new Set<number>();
    const before = views
      .slice(0, 1)
      .map((view) => ({ ...view, shown: 0, home: 0, lines: 0, ringed: none, named: none }));
    const { arrangements, corner, right } = arrangeAll([...before, ...views], stage, counter);
    this.#picture = {
      stage,
      arrangements,
      labels: unique(
        arrangements.flatMap(({ labels }) => labels),
        ({ key }) => key,
      ),
      captions: unique(captions, (lines) => lines.join(' ')),
    };
    this.#numeral = {
      size: em * size,
      x: right ? corner.right : corner.left,
      y: corner.top + em * size * 0.75,
      right,
    };
  }

  protected renderPicture(): TemplateResult {
    const picture = this.#picture;
    if (!picture) return html``;
    const { stage, arrangements, labels } = picture;
    const { places, units } = stage;
    const map = this._outlines;
    const tone = (index: number): string => `tone-${places[index]?.tone ?? 'b'}`;
    return html`
      <svg aria-hidden="true" font-size=${stage.em}>
        <g class="outlines" part="outlines">
          <path class="land" d=${map?.land || nothing}></path>
          <path class="borders" d=${map?.borders || nothing}></path>
          ${map && map.radius < antipode ? svg`<circle class="rim" r=${map.radius}></circle>` : nothing}
        </g>
        ${ringRadii(arrangements).map(() => svg`<circle class="distance" r="1"></circle>`)}
        <g class="outlines">
          ${placed(stage).map((index) => {
            const { at, count } = places[index]!;
            return svg`<line class="way ${tone(index)}" x1=${at!.x} y1=${at!.y} stroke-width=${lineWidth(count)}></line>`;
          })}
        </g>
        ${places.map((_, index) => svg`<line class="lead ${tone(index)}" x2="1"></line>`)}
        ${places.map((_, index) => svg`<circle class="dot ${tone(index)}" r="2"></circle>`)}
        ${places.map((_, index) => svg`<circle class="tray ${tone(index)}" r="1"></circle>`)}
        ${places.map((_, index) => svg`<circle class="ring ${tone(index)}" r="1"></circle>`)}
        <g class="home">
          <circle r="8"></circle>
          <circle r="3.5"></circle>
        </g>
        ${units.map(({ place }) => svg`<path class="mark ${tone(place)}" d=${person}></path>`)}
        ${[...places, undefined].map(
          (_, index) => svg`<path class="arrow ${tone(index)}" d="M-2-4 2 0-2 4"></path>`,
        )}
        ${labels.map(
          ({ name, number, tone: colour }) => svg`
            <g class="label ${colour === 'scale' ? 'scale' : `tone-${colour}`}">
              <text dy="0.35em">${name}${name && number ? ' ' : ''}<tspan class="number">${number}</tspan></text>
            </g>`,
        )}
        ${this.#renderCounter(picture)}
      </svg>
      ${
        this._missing
          ? html`<p class="notice missing" part="notice">${say(this.language, 'mapMissing')}</p>`
          : nothing
      }
    `;
  }

  protected describeState(row: MapState): string {
    return describe(row, this.#surroundings(), this.home, this.unit);
  }

  #renderCounter({ captions, stage }: Picture): TemplateResult {
    const { x, y, size, right } = this.#numeral;
    const words = captions.map(
      (lines) => svg`
        <g class="words ${right === stage.rtl ? '' : 'at-end'}">
          <text y=${y}>${lines.map((line) => svg`<tspan x=${x} dy=${stage.line}>${line}</tspan>`)}</text>
        </g>`,
    );
    return svg`
      <g class="counter">
        <text class="count ${right ? 'at-end' : ''}" part="count" x=${x} y=${y} font-size=${size}></text>
      </g>
      ${words}
    `;
  }

  /** The part of the box that the page's words (and a notice of so many pixels at the foot) leave free. */
  #frame(width: number, height: number, foot: number): Rect {
    const { top, right, bottom, left } = getComputedStyle(this.picture!, '::before');
    const used = (value: string): number => margin + (Number.parseFloat(value) || 0);
    return {
      left: Math.min(used(left), width / 2 - 20),
      top: Math.min(used(top), height / 2 - 20),
      right: Math.max(width - used(right), width / 2 + 20),
      bottom: Math.max(height - used(bottom) - (this._missing ? foot : 0), height / 2 + 20),
    };
  }

  /** Everything that words of a state are understood by; read anew when rows, language or centre have changed. */
  #surroundings(): Surroundings {
    const { rows, language } = this;
    const centre = this.#centre();
    const radius = this._outlines?.radius ?? antipode;
    const key = `${language} ${centre.x} ${centre.y} ${radius}`;
    if (this.#read?.rows !== rows || this.#read.key !== key) {
      const problem = (code: string, text: string): void => this.#problem(code, text);
      const all = {
        ...readPlaces(rows, centre, language, problem),
        centre,
        radius,
        language,
        problem,
      };
      this.#read = { rows, key, all };
    }
    return this.#read.all;
  }

  #centre(): Point {
    const [x, y, ...rest] = this.centre.split(/[,،]/u).map(parseNumber);
    const asked =
      Math.abs(x!) <= 180 && Math.abs(y!) <= 90 && !rest.length ? { x: x!, y: y! } : undefined;
    if (this.centre && !asked)
      this.#problem(
        'bad-centre',
        `the centre "${this.centre}" is not a longitude and a latitude; write them in degrees, as in "37.62,55.76"`,
      );
    const prepared = isPrepared(this.#source) ? this.#source.centre : undefined;
    if (prepared && asked && Math.hypot(prepared[0] - asked.x, prepared[1] - asked.y) > 0.5)
      this.#problem(
        'bad-centre',
        `the centre is "${this.centre}", but its map was prepared for "${prepared.join(',')}"; leave the centre out, or give TopoJSON`,
      );
    if (prepared) return { x: prepared[0], y: prepared[1] };
    return (
      asked ??
      middle(
        this.rows.flatMap(({ lon: x, lat: y }) =>
          x === undefined || y === undefined ? [] : [{ x, y }],
        ),
      )
    );
  }

  /** Finds the outlines: given, of a name, or at an address. */
  #load(): void {
    const { topology } = this;
    this.#source = this.map ?? namedMap(topology);
    this._missing = false;
    if (this.#source === undefined && topology)
      void fetch(topology)
        .then((answer) => {
          if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
          return answer.json() as Promise<unknown>;
        })
        .then((found) => {
          if (topology !== this.topology || this.map) return;
          this.#source = found;
          this.relayout();
        })
        .catch((error: unknown) => this.#fail(topology, error));
  }

  /** Draws the outlines about a centre: at once if they were prepared, else once they are projected. */
  #project(centre: Point): void {
    const source = this.#source;
    if (source === undefined || isPrepared(source)) {
      this._outlines = source;
      return;
    }
    const key = `${centre.x} ${centre.y}`;
    if (this.#projected?.source === source && this.#projected.key === key) return;
    this.#projected = { source, key };
    drawable(source, centre).then(
      (map) => {
        if (this.#projected?.source === source && this.#projected.key === key) this._outlines = map;
      },
      (error: unknown) => this.#fail(this.map ? 'of the property map' : this.topology, error),
    );
  }

  #fail(name: string, error: unknown): void {
    this._missing = true;
    this.#problem(
      'no-topology',
      `the topology "${name}" could not be drawn (${error instanceof Error ? error.message : String(error)}); give the name of a prepared map, or the address of a prepared map or of TopoJSON`,
    );
  }

  #problem(code: string, text: string): void {
    warn(code, `<${this.localName}>: ${text}.`, this);
  }

  #fontsCame = (): void => this.relayout();
}

/** The width in pixels of a line that so many people take. */
const lineWidth = (count: number): number => Math.min(4, 0.5 + Math.sqrt(count) / 2);

/** The first of all that have one key. */
const unique = <T>(items: readonly T[], key: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];

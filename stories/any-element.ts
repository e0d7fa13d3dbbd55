// Five stories whose pictures know nothing of this package: the gallery shows them, and test/story tests them.
import { html, type TemplateResult } from 'lit';

/** An image: `data-step` and `--progress` are all it gets, and a few lines of CSS are all it needs. */
export const image = (src: string): TemplateResult => html`
  <style>
    .board-story::part(stage) {
      overflow: clip;
    }
    /* The point that each step looks at, and how closely. */
    .board {
      --close: 1;
      --x: 50%;
      --y: 50%;
      transform: scale(var(--close)) translate(calc(50% - var(--x)), calc(50% - var(--y)));
    }
    story-chapter > .board {
      aspect-ratio: 4 / 3;
      block-size: auto;
      align-self: center;
    }
    /* Where words lie over the stage, the image leaves them its lower part. */
    @media (width < 54em) {
      story-chapter > .board {
        align-self: start;
      }
    }
    .board[data-step='lamp'] {
      --close: 3;
      --x: 67.5%;
      --y: 16%;
    }
    .board[data-step='cord'] {
      --close: 3;
      --x: 69%;
      --y: calc(16% + 74% * var(--progress));
    }
    @media (prefers-reduced-motion: no-preference) {
      .board {
        transition: transform 0.3s ease-out;
      }
    }
  </style>
  <scroll-story name="board">
    <story-chapter class="board-story" heading="At the board">
      <img
        slot="stage"
        class="board"
        src=${src}
        alt="A switchboard with three cords; a red lamp is lit over one of them."
      />
      <story-step id="whole"
        ><p>Forty-five lines end at this board. Four are in use.</p></story-step
      >
      <story-step id="lamp"><p>A red lamp is lit: someone on that line has called.</p></story-step>
      <story-step id="cord" scrub>
        <p>The cord under the lamp leads down to the desk, to a key that has been thrown.</p>
      </story-step>
    </story-chapter>
  </scroll-story>
`;

/** A drawing in the page, animated by `--progress` in CSS alone. */
export const drawing = (): TemplateResult => html`
  <style>
    .cable {
      --way: var(--progress);
      overflow: hidden;
    }
    .cable[data-step='harbour'] {
      --way: 0;
    }
    .cable[data-step='landed'] {
      --way: 1;
    }
    .cable .ship {
      transform: translateX(calc(var(--way) * 250px));
    }
    .cable .laid {
      stroke-dasharray: 1;
      stroke-dashoffset: calc(1px - var(--way) * 1px);
    }
    .cable .lamp {
      opacity: 0;
    }
    .cable[data-step='landed'] .lamp {
      opacity: 1;
    }
    @media (prefers-reduced-motion: no-preference) {
      .cable .lamp {
        transition: opacity 0.3s;
      }
    }
  </style>
  <scroll-story name="cable">
    <story-chapter heading="Under the sea">
      <svg
        slot="stage"
        class="cable"
        viewBox="0 0 400 260"
        role="img"
        aria-label="A ship lays a cable along the sea floor, from one shore to the other."
      >
        <path fill="#dbe7f5" d="M0 90H400V260H0Z" />
        <path
          fill="#7d8894"
          d="M0 74H62C80 150 110 205 160 214S300 212 330 150L346 74H400V260H0Z"
        />
        <path
          class="laid"
          pathLength="1"
          fill="none"
          stroke="#bd1f23"
          stroke-width="4"
          d="M58 78C80 150 110 202 160 211S300 209 328 150L344 78"
        />
        <g class="ship">
          <path fill="#0b1119" d="M50 82H104L96 96H58Z" />
          <path fill="#f5f6f8" stroke="#0b1119" stroke-width="2" d="M64 70H84V82H64Z" />
          <path stroke="#0b1119" stroke-width="3" d="M92 82V58" />
        </g>
        <path
          class="lamp"
          fill="#ffb000"
          d="M36 66a7 7 0 1 0 14 0a7 7 0 1 0-14 0M352 66a7 7 0 1 0 14 0a7 7 0 1 0-14 0"
        />
      </svg>
      <story-step id="harbour"><p>One end of the cable is made fast on the shore.</p></story-step>
      <story-step id="laying" scrub>
        <p>The ship pays it out over her stern, and it sinks to the bottom.</p>
      </story-step>
      <story-step id="landed"
        ><p>On the other shore a lamp says that the line is whole.</p></story-step
      >
    </story-chapter>
  </scroll-story>
`;

/** A film that is not played but put, by the scroll, to the picture that belongs there. */
export const film = (src: string): TemplateResult => html`
  <style>
    story-chapter > .dial {
      object-fit: contain;
      background: #f5f6f8;
    }
  </style>
  <scroll-story name="dial">
    <story-chapter heading="Seven">
      <video
        slot="stage"
        class="dial"
        src=${src}
        muted
        playsinline
        preload="auto"
        aria-label="A telephone dial: the seventh hole is turned to the stop and runs back."
      ></video>
      <story-step id="turn" scrub>
        <p>A finger in the seventh hole turns the dial to the stop.</p>
        <p>Let go, it runs back, and breaks the current seven times.</p>
      </story-step>
      <story-step id="rest"><p>The exchange has counted: seven.</p></story-step>
    </story-chapter>
  </scroll-story>
`;

/** A chart by another library; see bar-chart.ts. */
export const chart = (): TemplateResult => html`
  <style>
    bar-chart {
      display: block;
    }
    bar-chart:not(:defined) table {
      inline-size: 100%;
    }
  </style>
  <scroll-story name="calls">
    <story-chapter heading="Calls by the hour">
      <bar-chart slot="stage">
        <table>
          <caption>
            Calls an hour
          </caption>
          <thead>
            <tr>
              <th>hour</th>
              <th>weekday</th>
              <th>Sunday</th>
              <th>storm</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>6</td>
              <td>4</td>
              <td>1</td>
              <td>9</td>
            </tr>
            <tr>
              <td>10</td>
              <td>12</td>
              <td>3</td>
              <td>16</td>
            </tr>
            <tr>
              <td>14</td>
              <td>9</td>
              <td>6</td>
              <td>20</td>
            </tr>
            <tr>
              <td>18</td>
              <td>6</td>
              <td>8</td>
              <td>11</td>
            </tr>
          </tbody>
        </table>
      </bar-chart>
      <story-step id="weekday"
        ><p>On a weekday most calls come at ten. The figures are invented.</p></story-step
      >
      <story-step id="sunday" step="Sunday" scrub><p>On a Sunday they come late.</p></story-step>
      <story-step id="storm"><p>In a storm they come at all hours.</p></story-step>
    </story-chapter>
  </scroll-story>
`;

/** A drawing with a GSAP timeline: the story plays it from label to label. */
export const cord = (): TemplateResult => html`
  <scroll-story name="cord">
    <story-chapter heading="A line">
      <cord-drawing slot="stage"></cord-drawing>
      <story-step id="apart"><p>Bern and Oslo are not connected yet.</p></story-step>
      <story-step id="connected" scrub><p>A cord is laid between them.</p></story-step>
      <story-step id="lit"><p>Oslo answers, and the lamp is lit.</p></story-step>
    </story-chapter>
  </scroll-story>
`;

const up = { bubbles: true, composed: true };

// The browser's own class: MooTools puts another in the place of `Event`.
const NativeEvent = Object.getPrototypeOf(CustomEvent) as typeof Event;

/** Another step became active, or none is any more. */
export class StoryStepChangeEvent extends NativeEvent {
  static readonly eventName = 'story-step-change';
  /** The id of the active step; '' above the first. */
  readonly id: string;
  /** Its place in the story, from 0; -1 above the first. */
  readonly index: number;
  /** How many steps the story has. */
  readonly count: number;
  /** Which way the reader went. */
  readonly direction: 'up' | 'down';

  constructor(id: string, index: number, count: number, direction: 'up' | 'down') {
    super(StoryStepChangeEvent.eventName, up);
    this.id = id;
    this.index = index;
    this.count = count;
    this.direction = direction;
  }
}

/**
 * The reader came further, or back. At most one a frame. In a step that is not scrubbed it comes in each frame if
 * somebody has begun to listen on the story itself, once it was defined; else at the step's ends and when a scroll has
 * ended.
 */
export class StoryProgressEvent extends NativeEvent {
  static readonly eventName = 'story-progress';
  /** Steps come through, as a share of all: 0 to 1. */
  readonly progress: number;

  constructor(progress: number) {
    super(StoryProgressEvent.eventName, up);
    this.progress = progress;
  }
}

/** The reader came to the end, for the first time since the story was put in the page. */
export class StoryCompleteEvent extends NativeEvent {
  static readonly eventName = 'story-complete';

  constructor() {
    super(StoryCompleteEvent.eventName, up);
  }
}

/** The story is about to put the active step into the page's address. `preventDefault()` leaves the address alone. */
export class StoryNavigateEvent extends NativeEvent {
  static readonly eventName = 'story-navigate';
  /** The fragment to be set, `#story/step` with escapes where an address needs them, or '' above the first step. */
  readonly hash: string;

  constructor(hash: string) {
    super(StoryNavigateEvent.eventName, { ...up, cancelable: true });
    this.hash = hash;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'story-step-change': StoryStepChangeEvent;
    'story-progress': StoryProgressEvent;
    'story-complete': StoryCompleteEvent;
    'story-navigate': StoryNavigateEvent;
  }
}

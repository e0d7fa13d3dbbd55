import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { warn } from '../core/warn.js';
import { StoryNavigateEvent } from './events.js';
import { fragmentOf, idsIn, pageAddress } from './fragment.js';
import type { StoryStep } from './story-step.js';

/** What the address needs of its story. */
export interface AddressHost extends ReactiveControllerHost, HTMLElement {
  readonly name: string;
  readonly deepLinks: string;
  readonly steps: readonly StoryStep[];
}

/** Gives the name of a story in this page; empty if it has no deep links. */
type NameOf = () => string;

/** The stories in this page in the order that they came, those of other copies of this package included. */
const stories = ((globalThis as unknown as Record<symbol, Set<NameOf>>)[
  Symbol.for('communique.stories')
] ??= new Set());

/**
 * A story's part of the page's address: the fragment, `#name/step`.
 *
 * The address belongs to the page. Path, query, history and `history.state` stay as they are. A fragment that no story
 * has set stays too; while it stands, the story writes nothing and its links scroll without changing the address.
 */
export class StoryAddress implements ReactiveController {
  readonly #host: AddressHost;
  readonly #follow: (hash: string) => void;

  /** @param follow called with the fragment when it has changed */
  constructor(host: AddressHost, follow: (hash: string) => void) {
    (this.#host = host).addController(this);
    this.#follow = follow;
  }

  hostConnected(): void {
    stories.add(this.#name);
    addEventListener('hashchange', this.#changed);
  }

  hostDisconnected(): void {
    stories.delete(this.#name);
    removeEventListener('hashchange', this.#changed);
  }

  hostUpdate(): void {
    const { deepLinks } = this.#host;
    if (deepLinks && !['on', 'off'].includes(deepLinks))
      this.#warn('deep-links', `has deep-links "${deepLinks}"; write "off", or leave it out`);
  }

  /** Whether the fragment asks for a step of this story. */
  get asked(): boolean {
    return idsIn(location.hash, this.#name()).length > 0 && this.#isFirst;
  }

  /** The step that a fragment asks for; undefined if there is none. The console names an unknown one. */
  stepIn(hash: string): StoryStep | undefined {
    const ids = idsIn(hash, this.#name());
    if (!ids.length || !this.#isFirst) return undefined;
    for (const id of ids) {
      const found = this.#host.steps.find((step) => step.id.normalize() === id);
      if (found) return found;
    }
    this.#warn('unknown-link', `has no step "${ids[0]}", which the address asks for`);
    return undefined;
  }

  /** The address of a step, with path and query; the page's own where the step cannot have one. */
  hrefOf(step: StoryStep): string {
    const fragment = this.#isFree ? this.#fragmentOf(step) : undefined;
    return fragment ? pageAddress() + fragment : location.href;
  }

  /** Writes the active step into the address; above the first, takes the story's own fragment away. */
  show(step: StoryStep | undefined): void {
    if (step ? !this.#isFree : !this.asked) return;
    const fragment = step ? this.#fragmentOf(step) : '';
    if (fragment === undefined || fragment === location.hash) return;
    if (!this.#host.dispatchEvent(new StoryNavigateEvent(fragment))) return;
    try {
      // The prototype's own method: a router that replaces `history.replaceState` would take this for a navigation.
      // The whole address: a fragment alone would be resolved against `<base href>`.
      History.prototype.replaceState.call(history, history.state, '', pageAddress() + fragment);
    } catch {
      // Browsers refuse after many changes in a short time; the next step sets the address again.
    }
  }

  /** In a page that scrolls the story may have written another fragment since. */
  #changed = ({ newURL }: HashChangeEvent): void => {
    const [hash = location.hash] = /#.*/.exec(newURL) ?? [];
    this.#follow(hash);
  };

  /** The story's name; empty if it has no deep links. */
  #name: NameOf = () => {
    const { name, id, deepLinks } = this.#host;
    return deepLinks === 'off' ? '' : name || id;
  };

  /** Whether the fragment is a story's to write: there is none, or it names a story. */
  get #isFree(): boolean {
    const { hash } = location;
    return !hash || [...stories].some((name) => idsIn(hash, name()).length > 0);
  }

  /** Whether the story has a name that no story before it has. */
  get #isFirst(): boolean {
    const name = this.#name();
    if (!name || !this.#host.isConnected) return false;
    const first = [...stories].find((other) => other() === name) === this.#name;
    if (!first)
      this.#warn(
        'story-name',
        `has no deep links, because another story in this page has its name, "${name}"; give it one of its own`,
      );
    return first;
  }

  /** The fragment that leads to a step; undefined where none can. */
  #fragmentOf(step: StoryStep): string | undefined {
    const { id } = step;
    if (!id || !this.#isFirst) return undefined;
    const fragment = fragmentOf(this.#name(), id);
    if (!fragment)
      this.#warn(
        'link-name',
        `has no deep link to its step "${id}"; write its name and the step's id in whole characters`,
      );
    else if (this.#host.steps.find((one) => one.id === id) !== step)
      this.#warn(
        'step-id',
        `has two steps with the id "${id}", and deep links lead to the first; give each an id of its own`,
      );
    else return fragment;
    return undefined;
  }

  #warn(code: string, problem: string): void {
    warn(code, `<${this.#host.localName}> ${problem}.`, this.#host);
  }
}

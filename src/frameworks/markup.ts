// What templates of frameworks may write on an element. It follows from the classes themselves, so that a property
// that is added, renamed or changed there is so here.
import type { LitElement } from 'lit';
import type { PublishedStory } from '../published/published-story.js';
import type * as scenes from '../scenes/elements.js';
import type { SourceChain } from '../scenes/source-chain/source-chain.js';
import type * as events from '../story/events.js';
import type { ScrollStory } from '../story/scroll-story.js';
import type { StoryChapter } from '../story/story-chapter.js';
import type { StoryStep } from '../story/story-step.js';

type SceneClass = (typeof scenes)[keyof typeof scenes];

/** The scenes by the names that they give themselves. */
type Scenes = { [Class in SceneClass as Class['scene']['tag']]: InstanceType<Class> };

/** The elements of the library by their names. */
export interface Elements extends Scenes {
  'forty-one-minutes': PublishedStory;
  'scroll-story': ScrollStory;
  'source-chain': SourceChain;
  'story-chapter': StoryChapter;
  'story-step': StoryStep;
}

type Fired = typeof events;

/** The events of a story by their names. */
export type StoryEvents = {
  [Name in keyof Fired as Fired[Name]['eventName']]: InstanceType<Fired[Name]>;
};

/** The elements on which a page listens for a story's events. */
export type Storytelling = 'scroll-story' | 'forty-one-minutes';

/** What a story sets on its chapters and steps; nobody else should. */
type Given = 'active' | 'description' | 'placed' | 'still';

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

type Settable<Element, Name extends keyof Element> =
  Same<Pick<Element, Name>, Readonly<Pick<Element, Name>>> extends true
    ? never
    : Element[Name] extends (...args: never[]) => unknown
      ? never
      : Name;

/** The properties of an element that a template may set, by their names. */
export type Properties<Element> = {
  [Name in Exclude<keyof Element, keyof LitElement | Given> as Settable<Element, Name>]?:
    Element[Name] | undefined;
};

type Hyphenated<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Hyphenated<Rest>}`
  : Name;

/** The same under the names that they have in HTML: `from-tone`, not `fromTone`. */
export type Attributes<Element> = {
  [Name in keyof Properties<Element> as Hyphenated<Name & string>]: Properties<Element>[Name];
};

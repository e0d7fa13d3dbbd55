// For TypeScript with Svelte 5: `import type {} from 'communique/svelte'` makes the elements known to templates.
import type { HTMLAttributes } from 'svelte/elements';
import type { Attributes, Elements, StoryEvents, Storytelling } from './markup.js';

type Handlers = { [Name in keyof StoryEvents as `on${Name}`]?: (event: StoryEvents[Name]) => void };

type Props<Name extends keyof Elements> = Attributes<Elements[Name]> &
  Omit<HTMLAttributes<Elements[Name]>, keyof Attributes<Elements[Name]>> &
  (Name extends Storytelling ? Handlers : unknown);

/** What may be written on the tag of a story that `communique build` has made. */
export type StoryTag = Props<'forty-one-minutes'>;

type Tags = { [Name in keyof Elements]: Props<Name> };

declare module 'svelte/elements' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it is added to Svelte's own
  interface SvelteHTMLElements extends Tags {}
}

// For TypeScript with Vue 3.5: `import type {} from 'communique/vue'` makes the elements known to templates.
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { Elements, Properties, StoryEvents, Storytelling } from './markup.js';

type Listeners = { [Name in keyof StoryEvents]: (event: StoryEvents[Name]) => void };

type Component<Name extends keyof Elements> = new () => Elements[Name] & {
  /** @deprecated For types alone. */
  $props: Properties<Elements[Name]> &
    Omit<HTMLAttributes, keyof Properties<Elements[Name]>> &
    PublicProps & { slot?: string };
  /** @deprecated For types alone. */
  $emit: Name extends Storytelling ? EmitFn<Listeners> : unknown;
};

/** The tag of a story that `communique build` has made. */
export type StoryTag = Component<'forty-one-minutes'>;

type Tags = { [Name in keyof Elements]: Component<Name> };

declare module 'vue' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it is added to Vue's own
  interface GlobalComponents extends Tags {}
}

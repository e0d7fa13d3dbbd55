// For TypeScript with React 19: `import type {} from 'communique/react'` makes the elements known to JSX.
import type { ClassAttributes, HTMLAttributes } from 'react';
import type { Attributes, Elements, StoryEvents, Storytelling } from './markup.js';

type Handlers = { [Name in keyof StoryEvents as `on${Name}`]?: (event: StoryEvents[Name]) => void };

type Props<Name extends keyof Elements> = Attributes<Elements[Name]> &
  Omit<HTMLAttributes<Elements[Name]>, keyof Attributes<Elements[Name]>> &
  ClassAttributes<Elements[Name]> &
  (Name extends Storytelling ? Handlers : unknown);

/** What may be written on the tag of a story that `communique build` has made. */
export type StoryTag = Props<'forty-one-minutes'>;

type Tags = { [Name in keyof Elements]: Props<Name> };

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- as React has it
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it is added to React's own
    interface IntrinsicElements extends Tags {}
  }
}

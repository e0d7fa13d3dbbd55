// Writes types that hold only if a framework's typings know what the manifest says of the elements, and know no more.

/** Where each framework keeps what may be written on a tag. */
const tags = {
  react: `import type { JSX } from 'react';
type Tags = JSX.IntrinsicElements;`,
  vue: `import type { GlobalComponents } from 'vue';
type Tags = {
  [Name in keyof GlobalComponents]: GlobalComponents[Name] extends new () => { $props: infer Props }
    ? Props
    : never;
};`,
  svelte: `import type { SvelteHTMLElements } from 'svelte/elements';
type Tags = SvelteHTMLElements;`,
};

/** What the story sets on its steps, and a template may not. */
const given = ['active', 'description', 'placed', 'still'];

/**
 * Makes a module for one framework.
 * @param framework `react`, `vue` or `svelte`
 * @param manifest the custom elements manifest of the package
 */
export function checks(framework, manifest) {
  const own = `import('communique/${framework}').StoryTag`;
  const lines = [
    `import type {} from 'communique/define.js';`,
    tags[framework],
    `export type Own = ${framework === 'vue' ? `InstanceType<${own}>['$props']` : own}['motion'];`,
  ];
  let count = 0;
  const known = (path) => lines.push(`export type Known${count++} = ${path};`);
  const unknown = (path) => {
    lines.push(`// @ts-expect-error -- there is no such thing`);
    known(path);
  };
  for (const { declarations } of manifest.modules)
    for (const { tagName, attributes = [], members = [], events = [] } of declarations) {
      if (!tagName) continue;
      // A built story has a name of its own; the typings know the one that the package has.
      const isStory = tagName === 'my-story';
      const tag = isStory ? 'forty-one-minutes' : tagName;
      const names = attributes.map(({ name, fieldName }) =>
        framework === 'vue' ? fieldName : name,
      );
      const objects = members
        .filter(({ kind, attribute, readonly, static: fixed }) => {
          return kind === 'field' && !attribute && !readonly && !fixed;
        })
        .map(({ name }) => name);
      for (const name of new Set([...names, ...objects]))
        if (given.includes(name)) unknown(`Tags['${tag}']['${name}']`);
        else if (name !== 'ready') known(`Tags['${tag}']['${name}']`);
      unknown(`Tags['${tag}']['no-such-thing']`);
      if (!isStory)
        lines.push(
          `export const element${count}: HTMLElementTagNameMap['${tag}'] | undefined = undefined;`,
        );
      // Vue's events are checked where they are used, in App.vue.
      if (framework !== 'vue')
        for (const { name, type } of events)
          lines.push(
            `import type { ${type.text} as Event${count} } from 'communique';`,
            `export const on${count++}: NonNullable<Tags['${tag}']['on${name}']> = (event: Event${count - 1}) => event;`,
          );
    }
  lines.push(
    `export const right: Tags['phone-call-scene'] = { progress: 0.5, calls: [] };`,
    `// @ts-expect-error -- a number is wanted`,
    `export const wrong: Tags['phone-call-scene'] = { progress: 'half' };`,
    `export const listen = (page: Document) =>`,
    `  page.addEventListener('story-step-change', ({ id, index }) => id.repeat(index));`,
  );
  return `${lines.join('\n')}\n`;
}

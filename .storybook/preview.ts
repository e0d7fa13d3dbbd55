import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { configure, expect, waitFor } from 'storybook/test';
import { withActions } from 'storybook/actions/decorator';
import manifest from '../dist/custom-elements.json';
import '../src/define.js';
import { playing } from '../test/playing.js';
import { surroundings, toolbar } from './toolbar.js';

setCustomElementsManifest(manifest);
// No timing decides a test: a busy machine may take its time.
configure({ asyncUtilTimeout: 20_000 });

/** What still moves: the tweens of the scenes, and the fades from one stage to the next. */
const moving = () => [
  ...playing(),
  ...document.getAnimations().filter(({ playState }) => playState === 'running'),
];

const preview: Preview = {
  tags: ['autodocs'],
  ...toolbar,
  decorators: [surroundings, withActions],
  // Comes before axe's own: what is still coming into the picture is paler than it will be.
  afterEach: () => waitFor(() => expect(moving()).toHaveLength(0)),
  parameters: {
    actions: {
      handles: ['story-step-change', 'story-progress', 'story-complete', 'story-navigate'],
    },
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'requiredFirst' },
    layout: 'fullscreen',
    options: {
      storySort: {
        order: ['Read me', 'The story', ['Storyboard', '*'], 'Scenes', 'Story elements', 'Reuse'],
      },
    },
  },
};
export default preview;

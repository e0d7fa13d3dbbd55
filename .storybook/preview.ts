import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { configure } from 'storybook/test';
import { withActions } from 'storybook/actions/decorator';
import manifest from '../dist/custom-elements.json';
import '../src/define.js';
import { surroundings, toolbar } from './toolbar.js';

setCustomElementsManifest(manifest);
// No timing decides a test: a busy machine may take its time.
configure({ asyncUtilTimeout: 20_000 });

const preview: Preview = {
  tags: ['autodocs'],
  ...toolbar,
  decorators: [surroundings, withActions],
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

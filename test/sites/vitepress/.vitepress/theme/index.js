import Theme from 'vitepress/theme';
import ScrollStory from './ScrollStory.vue';

export default {
  extends: Theme,
  enhanceApp: ({ app }) => app.component('ScrollStory', ScrollStory),
};

import Theme from 'vitepress/theme-without-fonts';
import { LiveExample } from './live-example.mjs';
import './style.css';

export default {
  extends: Theme,
  enhanceApp({ app }) {
    app.component('LiveExample', LiveExample);
  },
};

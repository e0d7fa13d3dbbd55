import vue from '@vitejs/plugin-vue';

// A tag with a hyphen is an element of the page, not a component of Vue.
const isCustomElement = (tag) => tag.includes('-');

export default {
  base: './',
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
};

// Svelte with its scroller component, and GSAP. The page is made by Svelte, so its set-up holds the making.
import { mount } from 'svelte';
import Story from './Scroller.svelte';

export function start(main) {
  mount(Story, { target: main.querySelector('#app'), props: { count: window.count } });
}

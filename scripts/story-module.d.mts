import type { Plugin } from 'vite';

export const galleryStories: Plugin;

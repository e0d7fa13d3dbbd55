export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/embed/**'],
  litelement: true,
  outdir: 'dist',
  packagejson: false,
};

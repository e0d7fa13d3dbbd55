// The build for browsers, which asks for nothing of Node's.
declare module 'papaparse/papaparse.min.js' {
  export { default } from 'papaparse';
}

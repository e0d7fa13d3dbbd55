export { tokens } from '../styles/tokens.styles.js';

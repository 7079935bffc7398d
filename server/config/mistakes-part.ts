// Entry of dist/mistakes.js: what is wrong in the files that people write, and what can be used of them all the same.

export { readMistaken } from './read-mistaken.ts';
export { readTexts } from './read-texts.ts';

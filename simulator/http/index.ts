// The game server's HTTP front: what a CAD or a browser talks to.
export { startHttpFront } from './front.ts';
export { FatalHostCrash } from './guards.ts';
export type * from './types.ts';

// The game server's HTTP front: what a CAD or a browser talks to.
export { startHttpFront } from './front.ts';
export type * from './types.ts';

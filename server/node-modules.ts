// Modules of Node that take long to load, with all that they load in turn. They are loaded when they are first used: together
// they took as long as a third of our start.

import { once } from '../shared/once.ts';

/** Asked for with each event. */
export const nodeCrypto = once((): typeof import('node:crypto') => require('node:crypto'));
export const nodeHttp = (): typeof import('node:http') => require('node:http');
export const nodeHttps = (): typeof import('node:https') => require('node:https');
export const nodeNet = (): typeof import('node:net') => require('node:net');
export const nodeOs = (): typeof import('node:os') => require('node:os');

// Modules of Node that take long to load, with all that they load in turn. They are loaded when they are first used: together
// they took as long as a third of our start.

import { once } from '../shared/once.ts';

export const nodeCrypto = once((): typeof import('node:crypto') => require('node:crypto'));
export const nodeHttp = once((): typeof import('node:http') => require('node:http'));
export const nodeHttps = once((): typeof import('node:https') => require('node:https'));
export const nodeNet = once((): typeof import('node:net') => require('node:net'));
export const nodeOs = once((): typeof import('node:os') => require('node:os'));

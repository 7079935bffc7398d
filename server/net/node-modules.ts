// Modules of Node that only requests to other servers need. They are loaded when they are first used: with all that they load
// in turn they take as long as a quarter of our start.

export const nodeHttp = (): typeof import('node:http') => require('node:http');
export const nodeHttps = (): typeof import('node:https') => require('node:https');
export const nodeNet = (): typeof import('node:net') => require('node:net');
export const nodeOs = (): typeof import('node:os') => require('node:os');

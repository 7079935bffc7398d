// Entry of dist/server.js: starts the resource with the real host.

import { start } from '../main.ts';
import { createHost } from './host.ts';

start(createHost());

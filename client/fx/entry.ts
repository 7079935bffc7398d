// Entry of dist/client.js: starts the client side with the real game.

import { start } from '../main.ts';
import { createBlips } from './blips.ts';
import { createFeed } from './feed.ts';
import { createResourceInfo, createServerBus } from './runtime.ts';

start({
  blips: createBlips(),
  feed: createFeed(),
  server: createServerBus(),
  resource: createResourceInfo(),
});

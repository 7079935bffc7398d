// Entry of dist/client.js: starts the client side with the real game.

import { start } from '../main.ts';
import { createBlips } from './blips.ts';
import { createFeed } from './feed.ts';
import { createInput } from './input.ts';
import { createNeighbours } from './neighbours.ts';
import { createPage } from './page.ts';
import {
  createClock,
  createKeep,
  createLocalBus,
  createResourceInfo,
  createServerBus,
  createSounds,
} from './runtime.ts';
import { createAtlas, createDisplay, createSelf } from './self.ts';

start({
  clock: createClock(),
  blips: createBlips(),
  feed: createFeed(),
  self: createSelf(),
  page: createPage(),
  sounds: createSounds(),
  input: createInput(),
  keep: createKeep(),
  atlas: createAtlas(),
  display: createDisplay(),
  server: createServerBus(),
  local: createLocalBus(),
  neighbours: createNeighbours(),
  resource: createResourceInfo(),
});

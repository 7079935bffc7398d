// Jest global setup: the bundle tests run what the build writes, so it is written first.
import { build } from '../build.mjs';

export default async function setup() {
  await build();
}

import type { PromiseGroup } from './promise.ts';
import { access } from './promises/access.ts';
import { addresses } from './promises/addresses.ts';
import { content } from './promises/content.ts';
import { hostileInput } from './promises/hostile-input.ts';
import { load } from './promises/load.ts';
import { offline } from './promises/offline.ts';
import { privacy } from './promises/privacy.ts';
import { publishing } from './promises/publishing.ts';
import { sameBytes } from './promises/same-bytes.ts';
import { supplyChain } from './promises/supply-chain.ts';

/** Everything that the archive promises, in order. A test that shows more of it belongs into the row of its promise. */
export const groups: readonly PromiseGroup[] = [
  content,
  addresses,
  publishing,
  sameBytes,
  offline,
  hostileInput,
  privacy,
  supplyChain,
  access,
  load,
];

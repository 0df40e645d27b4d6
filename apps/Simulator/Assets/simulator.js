// Live updates, sending without a reload, copy buttons. Every page works without this module.

import { startChat } from './chat.js';
import { startCopying } from './copy.js';
import { startTalk } from './talk.js';

startCopying();
const workspace = document.querySelector('.workspace');
if (workspace)
  (workspace.dataset.talk ? startTalk : startChat)(workspace);

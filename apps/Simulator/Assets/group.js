// A group's conversation: there is nothing to send, only to see.

import { startConversation } from './conversation.js';
import { latest } from './pieces.js';

export function startGroup(workspace) {
  const conversation = startConversation(workspace);
  const refreshPlaces = latest(conversation.refreshPlaces);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape')
      delete workspace.dataset.wire;
  });
  conversation.listen({
    message: message => {
      refreshPlaces();
      if (message.chatId === workspace.dataset.group)
        conversation.refreshEntry(message.id);
    },
    call: () => conversation.refreshWire(),
    contacts: refreshPlaces,
  }, refreshPlaces);
}

// Talking with AI robots: alone with one, or in a group where they are named with @.

import { startControls } from './controls.js';
import { startConversation } from './conversation.js';
import { startFiles } from './files.js';
import { latest } from './pieces.js';

export function startTalk(workspace) {
  const { robot, member, group, talk } = workspace.dataset;
  const content = document.getElementById('content');
  const say = workspace.querySelector('[data-say]');
  const actForm = document.getElementById('act-form');
  const error = document.getElementById('composer-error');
  const openMenus = () => workspace.querySelectorAll('.composer details[open], .card-menu[open]');

  const conversation = startConversation(workspace, name => controls?.showPanel(name));
  const controls = document.getElementById('faults') ? startControls(workspace, conversation.fetchPiece, showProblem) : null;
  const files = startFiles(workspace, sendFile, showProblem);
  const refreshPlaces = latest(conversation.refreshPlaces);

  const draft = `draft/${talk}`;
  content.value ||= sessionStorage.getItem(draft) ?? '';
  fitContent();

  content.addEventListener('keydown', event => {
    // While an input method composes, Enter picks a candidate.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing)
      return;
    event.preventDefault();
    say.requestSubmit(say.querySelector('.primary'));
  });
  content.addEventListener('input', event => {
    fitContent();
    sessionStorage.setItem(draft, content.value);
    // As in the client: an @ brings up who can be named.
    const menu = workspace.querySelector('.mention-menu');
    if (menu && event.data === '@') {
      menu.open = true;
      menu.querySelector('button').focus();
    }
  });

  workspace.addEventListener('submit', async event => {
    const form = event.target;
    if (!form.matches('[data-say], [data-message-form], [data-enter-chat], [data-card], [data-feedback]'))
      return;
    event.preventDefault();
    if (form.matches('[data-say]') && event.submitter?.dataset.mention)
      mention(event.submitter.dataset.mention);
    else if (form.matches('[data-say]'))
      await sayIt();
    else if (form.matches('[data-message-form]'))
      await compose(form);
    else if (form.matches('[data-enter-chat]'))
      await post(`${talk}/enter`);
    else if (form.matches('[data-card]'))
      await click(form, event.submitter);
    else
      await judge(form, event.submitter);
  });

  workspace.addEventListener('click', async event => {
    const link = event.target.closest('a');
    if (link?.dataset.form) {
      event.preventDefault();
      actForm.innerHTML = await conversation.fetchPiece(link.dataset.form) ?? '';
      actForm.querySelector('textarea, input:not([type=hidden])')?.focus();
    } else if (link && 'dismiss' in link.dataset) {
      event.preventDefault();
      closeForm();
    } else if (link?.dataset.quote) {
      event.preventDefault();
      quote(link.dataset.quote, link.dataset.words);
      content.focus();
    } else if (link && 'unquote' in link.dataset) {
      event.preventDefault();
      quote('', '');
    }
  });

  document.addEventListener('click', event => {
    for (const open of openMenus()) {
      if (!open.contains(event.target) || event.target.closest('a, button'))
        open.open = false;
    }
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape')
      return;
    const [open] = openMenus();
    if (open) {
      open.open = false;
      (open.matches('.mention-menu') ? content : open.querySelector('summary')).focus();
    } else if (workspace.dataset.wire) {
      delete workspace.dataset.wire;
    }
  });

  async function sayIt() {
    const text = content.value;
    const pictures = await files.upload(say);
    if (pictures === null || (text.trim() === '' && pictures.length === 0))
      return;
    const quotes = say.elements.quotes.value === '' ? undefined : Number(say.elements.quotes.value);
    const parts = pictures.map(({ mediaId }) => ({ mediaId }));
    const message = parts.length === 0
      ? { type: 'text', content: text, quotes }
      : { type: 'mixed', parts: text.trim() === '' ? parts : [{ content: text }, ...parts], quotes };
    if (!await post(`${talk}/messages`, message))
      return;
    say.querySelector('[type=file]')?.form.reset();
    content.value = '';
    sessionStorage.removeItem(draft);
    quote('', '');
    fitContent();
    content.focus();
  }

  async function compose(form) {
    const type = form.elements.type.value;
    const media = await files.upload(form);
    if (media === null)
      return;
    const text = form.elements.text?.value;
    const message = type === 'voice' ? { type, content: text }
      : type !== 'mixed' ? { type, mediaId: media[0]?.mediaId }
      : { type, parts: media.length === 0 ? undefined : [...(text ? [{ content: text }] : []), ...media.map(({ mediaId }) => ({ mediaId }))] };
    if (await post(`${talk}/messages`, message))
      closeForm();
  }

  function sendFile({ type, mediaId }) {
    return post(`${talk}/messages`, group ? { type: 'mixed', parts: [{ mediaId }] } : { type, mediaId });
  }

  function click(form, submitter) {
    if (submitter.name === 'ask')
      return post(`${talk}/messages`, { type: 'text', content: submitter.value });
    const chosen = new FormData(form);
    const questions = [...new Set([...form.elements].map(({ name }) => name).filter(name => name?.startsWith('question:')))];
    return post(`${addressOf(form)}/click`, {
      key: submitter.value,
      selectedItems: questions
        // What cannot be chosen is not posted either.
        .filter(name => !form.querySelector(`[name="${CSS.escape(name)}"]`).matches(':disabled'))
        .map(name => ({ questionKey: name.slice('question:'.length), optionIds: chosen.getAll(name) })),
    });
  }

  function judge(form, submitter) {
    const type = Number(submitter.value);
    const given = new FormData(form);
    return post(`${addressOf(form)}/feedback`, type === 2
      ? { type, reasons: given.getAll('reason').map(Number), content: given.get('content') || undefined }
      : { type });
  }

  // What is answered in a group belongs to one of its robots.
  function addressOf(form) {
    const entry = form.closest('.entry');
    return `/sim/robots/${entry.dataset.robot}/members/${member}/conversation/${entry.dataset.id}`;
  }

  async function post(path, body) {
    error.textContent = '';
    conversation.follow();
    try {
      const response = await fetch(path, body === undefined
        ? { method: 'POST' }
        : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
      if (response.ok)
        return true;
      const problem = await response.json();
      showProblem(problem.detail ?? problem.title);
    } catch {
      showProblem(workspace.dataset.lost);
    }
    return false;
  }

  function mention(name) {
    const { selectionStart: at, value } = content;
    // The @ that brought up the list is part of the name.
    const before = value.slice(0, at).replace(/@$/, '');
    content.value = `${before}@${name} ${value.slice(at)}`;
    content.focus();
    content.selectionStart = content.selectionEnd = before.length + name.length + 2;
    sessionStorage.setItem(draft, content.value);
  }

  function quote(id, words) {
    say.elements.quotes.value = id;
    document.getElementById('quoted-words').textContent = words;
    document.getElementById('quoted-line').hidden = id === '';
  }

  function closeForm() {
    actForm.replaceChildren();
    content.focus();
  }

  function fitContent() {
    content.rows = Math.min(6, content.value.split('\n').length);
  }

  function showProblem(words) {
    error.textContent = words;
  }

  // --- live updates

  const isHere = message => group ? message.chatId === group : message.app === robot && message.member === member && !message.chatId;

  conversation.listen({
    message: message => {
      refreshPlaces();
      if (!isHere(message))
        return;
      conversation.refreshEntry(message.id);
      conversation.refreshWire(message.deliveryId);
    },
    delivery: delivery => {
      if (document.getElementById(`entry-${delivery.messageId}`))
        conversation.refreshEntry(delivery.messageId);
      conversation.refreshWire(delivery.id);
    },
    stream: stream => conversation.refreshWire(stream.deliveryId),
    call: () => conversation.refreshWire(),
    faults: faults => faults.app === robot && controls?.refreshFaults(),
    clock: () => controls?.refreshClock(),
    contacts: refreshPlaces,
  }, async () => {
    await refreshPlaces();
    await controls?.refreshFaults();
    await controls?.refreshClock();
  });

  // On a phone the keyboard would cover what the page was opened for.
  if (matchMedia('(min-width: 760px)').matches)
    content.focus();
}

// A person's conversation with an app or a 公众号: what can be said and done in it, and the panels beside it.

import { startControls } from './controls.js';
import { startConversation } from './conversation.js';
import { startFiles } from './files.js';
import { latest, parse } from './pieces.js';

export function startChat(workspace) {
  const { app, member } = workspace.dataset;
  const { actions } = workspace.dataset;
  const actForm = document.getElementById('act-form');
  const openMenus = () => workspace.querySelectorAll('.composer details[open], .card-menu[open]');
  const content = document.getElementById('content');
  const error = document.getElementById('composer-error');
  const showProblem = words => { error.textContent = words; };

  const conversation = startConversation(workspace, name => controls.showPanel(name));
  const { fetchPiece } = conversation;
  const controls = startControls(workspace, fetchPiece, showProblem);
  const files = startFiles(workspace, sendFile, showProblem);

  // What was typed for one person is still there after a look at another tab.
  const draft = `draft/${app}/${member}`;
  content.value ||= sessionStorage.getItem(draft) ?? '';
  fitContent();

  content.addEventListener('keydown', event => {
    // While an input method composes, Enter picks a candidate.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing)
      return;
    event.preventDefault();
    content.form.requestSubmit();
  });
  content.addEventListener('input', () => {
    fitContent();
    sessionStorage.setItem(draft, content.value);
  });

  workspace.addEventListener('submit', async event => {
    const form = event.target;
    if (!form.matches('[data-say], [data-act], [data-card], [data-tap]'))
      return;
    event.preventDefault();
    if (form.matches('[data-say]'))
      await say();
    else if (form.matches('[data-card]'))
      await click(form, event.submitter);
    else if (form.matches('[data-tap]'))
      await tap(event.submitter);
    else
      await act(form, event.submitter);
  });

  workspace.addEventListener('click', async event => {
    const link = event.target.closest('a');
    if (link?.dataset.form) {
      event.preventDefault();
      await openForm(link.dataset.form);
    } else if (link && 'dismiss' in link.dataset) {
      event.preventDefault();
      closeForm();
    }
  });

  document.addEventListener('click', event => {
    for (const open of openMenus()) {
      // A link or button in a menu has been used; its summary opens and closes it by itself.
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
      open.querySelector('summary').focus();
    } else if (workspace.dataset.wire) {
      delete workspace.dataset.wire;
    }
  });

  async function say() {
    const text = content.value;
    if (text.trim() === '' || !await post('/messages', { type: 'text', content: text }))
      return;
    content.value = '';
    sessionStorage.removeItem(draft);
    fitContent();
    content.focus();
  }

  async function act(form, submitter) {
    const body = readFields(form);
    if (submitter?.name === 'tap') {
      await post('/taps', { name: submitter.value });
      return;
    }
    if (submitter?.name === 'place') {
      Object.assign(body, { label: submitter.value, latitude: Number(submitter.dataset.latitude), longitude: Number(submitter.dataset.longitude) });
      if ('poiName' in body)
        body.poiName = '';
    } else if (submitter?.name === 'entry') {
      [, body.event, body.eventKey] = submitter.value.match(/^([^:]*):(.*)$/s);
    } else if (submitter?.name) {
      body[submitter.name] = submitter.value;
    }
    const media = await files.upload(form);
    if (media === null)
      return;
    if (media.length > 0)
      Object.assign(body, form.dataset.act === '/events' ? { mediaIds: media.map(({ mediaId }) => mediaId) } : { type: media[0].type, mediaId: media[0].mediaId });
    if (await post(form.dataset.act, body))
      closeForm();
  }

  function click(form, submitter) {
    const chosen = new FormData(form);
    const questions = [...new Set([...form.elements].map(({ name }) => name).filter(name => name?.startsWith('question:')))];
    return post(`/conversation/${form.dataset.card}/click`, {
      key: submitter.value,
      selectedItems: questions
        // What cannot be chosen is not posted either.
        .filter(name => !form.querySelector(`[name="${CSS.escape(name)}"]`).matches(':disabled'))
        .map(name => ({ questionKey: name.slice('question:'.length), optionIds: chosen.getAll(name) })),
    });
  }

  // An answer of a menu message: its words, with its id beside them.
  function tap({ value }) {
    const [menuId, content] = value.split(/\n(.*)/s);
    return post('/messages', { type: 'text', content, menuId });
  }

  function sendFile({ type, mediaId }) {
    return post('/messages', { type, mediaId });
  }

  async function post(path, body) {
    error.textContent = '';
    conversation.follow();
    try {
      const response = await fetch(actions + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (response.ok)
        return true;
      const problem = await response.json();
      error.textContent = problem.detail ?? problem.title;
    } catch {
      error.textContent = workspace.dataset.lost;
    }
    return false;
  }

  async function openForm(path) {
    const html = await fetchPiece(path);
    if (html === null)
      return;
    actForm.innerHTML = html;
    actForm.querySelector('button[name], input:not([type=hidden]), textarea')?.focus();
  }

  function closeForm() {
    actForm.replaceChildren();
    content.focus();
  }

  function fitContent() {
    content.rows = Math.min(6, content.value.split('\n').length);
  }

  // --- live updates

  const refreshMenu = latest(async () => {
    const html = await fetchPiece('/menu');
    if (html !== null)
      document.getElementById('menu-bar').innerHTML = html;
  });

  const refreshPlaces = latest(async () => {
    await conversation.refreshPlaces();
    const tabs = await fetchPiece('/tabs');
    if (tabs !== null)
      document.getElementById('tabs').outerHTML = tabs;
  });

  const refreshProfile = latest(async () => {
    const profile = document.getElementById('profile');
    const html = profile && await fetchPiece('/profile');
    // Somebody may be typing a scene.
    if (html && !profile.contains(document.activeElement?.closest('input')))
      profile.innerHTML = html;
  });

  const refreshCalls = latest(async () => {
    const panel = workspace.querySelector('[data-panel="calls"]');
    const html = panel.hidden ? null : await fetchPiece('/calls');
    if (html === null)
      return;
    // A listing that somebody is reading stays open.
    const list = panel.querySelector('.calls');
    const next = parse(html).querySelector('.calls');
    for (const open of list.querySelectorAll('details[open]')) {
      const item = open.closest('li');
      const same = next.querySelector(`[data-call="${item.dataset.call}"]`);
      same?.querySelectorAll('details')[[...item.querySelectorAll('details')].indexOf(open)]?.setAttribute('open', '');
    }
    panel.querySelector('.muted')?.remove();
    list.replaceWith(next);
  });

  conversation.listen({
    follower: change => {
      refreshPlaces();
      if (change.account === app && change.openId === member)
        refreshProfile();
    },
    message: message => {
      refreshPlaces();
      if (message.app === app && message.member === member) {
        conversation.refreshEntry(message.id);
        refreshProfile();
      }
    },
    delivery: delivery => {
      if (delivery.app !== app || delivery.member !== member)
        return;
      conversation.refreshEntry(delivery.messageId);
      conversation.refreshWire(delivery.id);
    },
    faults: faults => faults.app === app && controls.refreshFaults(),
    callFaults: faults => faults.caller === app && controls.refreshCallFaults(),
    menu: menu => menu.app === app && refreshMenu(),
    call: call => {
      conversation.refreshWire(call.deliveryId);
      if (call.app === app)
        refreshCalls();
    },
    clock: controls.refreshClock,
    contacts: refreshPlaces,
  }, async () => {
    refreshPlaces();
    refreshMenu();
    refreshProfile();
    refreshCalls();
    await controls.refreshFaults();
    await controls.refreshCallFaults();
    await controls.refreshClock();
  }, refreshCalls);

  // On a phone the keyboard would cover what the page was opened for.
  if (matchMedia('(min-width: 760px)').matches)
    content.focus();
}

function readFields(form) {
  const lines = text => text.split('\n').map(line => line.trim()).filter(Boolean);
  const body = {};
  for (const field of form.querySelectorAll('input[name], textarea[name]')) {
    if (field.name.startsWith('_') || field.type === 'file')
      continue;
    switch (field.dataset.type) {
      case 'WholeNumber':
      case 'Number':
        body[field.name] = field.value.trim() === '' || Number.isNaN(Number(field.value)) ? field.value : Number(field.value);
        break;
      case 'Lines':
        body[field.name] = lines(field.value);
        break;
      case 'Choices':
        body[field.name] = lines(field.value).map(line => {
          const [questionKey, options = ''] = line.split(/=(.*)/s);
          return { questionKey: questionKey.trim(), optionIds: options.split(',').map(option => option.trim()).filter(Boolean) };
        });
        break;
      default:
        body[field.name] = field.value;
    }
  }
  return body;
}

// Live updates, sending without a reload, copy buttons. Every page works without this module.

import { startControls } from './controls.js';
import { startFiles } from './files.js';

const workspace = document.querySelector('.workspace');
revealCopyButtons(document);
document.addEventListener('click', copyFromButton);
document.addEventListener('error', nameMissingPicture, true);
if (workspace)
  startChat(workspace);

function startChat(workspace) {
  const { app, member } = workspace.dataset;
  const actions = `/sim/apps/${app}/members/${member}`;
  const pieces = `/wecom/${app}/${member}/pieces`;
  const log = document.getElementById('log');
  const entries = () => document.getElementById('entries');
  const wire = document.getElementById('wire-content');
  const actForm = document.getElementById('act-form');
  const openMenus = () => workspace.querySelectorAll('.composer details[open]');
  const content = document.getElementById('content');
  const error = document.getElementById('composer-error');

  // The wire shows the latest entry until somebody picks an older one; sending something picks the latest again.
  let following = !new URLSearchParams(location.search).has('message');
  let lost = false;
  const controls = startControls(workspace, fetchPiece, words => { error.textContent = words; });

  const files = startFiles(workspace, sendFile, words => { error.textContent = words; });

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
    if (!form.matches('[data-say], [data-act]'))
      return;
    event.preventDefault();
    if (form.matches('[data-say]'))
      await say();
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
    } else if (link?.matches('.close')) {
      event.preventDefault();
      delete workspace.dataset.wire;
    } else if (link?.dataset.message || (!link && !event.target.closest('audio, video') && event.target.closest('.bubble, .happening') && !getSelection().toString())) {
      event.preventDefault();
      following = false;
      await select(event.target.closest('.entry'), true);
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

  function sendFile({ type, mediaId }) {
    return post('/messages', { type, mediaId });
  }

  async function post(path, body) {
    error.textContent = '';
    following = true;
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

  function listen() {
    const events = new EventSource('/sim/events');
    events.addEventListener('ready', async () => {
      if (lost) {
        // What happened meanwhile is not repeated.
        lost = false;
        error.textContent = '';
        await refreshAll();
      }
    });
    events.addEventListener('message', async event => {
      const message = JSON.parse(event.data);
      if (message.app !== app)
        return;
      refreshPeople();
      if (message.member === member)
        refreshEntry(message.id);
    });
    events.addEventListener('delivery', event => {
      const delivery = JSON.parse(event.data);
      if (delivery.app !== app || delivery.member !== member)
        return;
      refreshEntry(delivery.messageId);
      if (wire.querySelector('.wire-delivery')?.dataset.delivery === String(delivery.id))
        showWire(delivery.id);
    });
    events.addEventListener('faults', event => {
      if (JSON.parse(event.data).app === app)
        controls.refreshFaults();
    });
    events.addEventListener('callFaults', event => {
      if (JSON.parse(event.data).caller === app)
        controls.refreshCallFaults();
    });
    events.addEventListener('menu', event => {
      if (JSON.parse(event.data).app === app)
        refreshMenu();
    });
    events.addEventListener('call', event => {
      const { deliveryId } = JSON.parse(event.data);
      if (wire.querySelector('.wire-delivery')?.dataset.delivery === String(deliveryId))
        showWire(deliveryId);
    });
    events.addEventListener('clock', controls.refreshClock);
    events.addEventListener('reset', refreshAll);
    events.addEventListener('error', () => {
      lost = true;
      error.textContent = workspace.dataset.lost;
    });
  }

  const refreshMenu = latest(async () => {
    const html = await fetchPiece('/menu');
    if (html !== null)
      document.getElementById('menu-bar').innerHTML = html;
  });

  const refreshPeople = latest(async () => {
    const html = await fetchPiece('/people');
    if (html !== null)
      document.getElementById('people').outerHTML = html;
    const tabs = await fetchPiece('/tabs');
    if (tabs !== null)
      document.getElementById('tabs').outerHTML = tabs;
  });

  const refreshAll = latest(async () => {
    const html = await fetchPiece('/entries');
    if (html === null)
      return;
    entries().outerHTML = html;
    following = true;
    scrollToEnd();
    const last = entries().querySelector('.entry:last-child');
    if (last)
      await select(last, false);
    else
      await showWire(0);
    refreshPeople();
    refreshMenu();
    await controls.refreshFaults();
    await controls.refreshCallFaults();
    await controls.refreshClock();
  });

  const refreshers = new Map();
  function refreshEntry(id) {
    if (!refreshers.has(id))
      refreshers.set(id, latest(() => replaceEntry(id)));
    refreshers.get(id)();
  }

  async function replaceEntry(id) {
    const html = await fetchPiece(`/entries/${id}`);
    if (html === null)
      return;
    const template = document.createElement('template');
    template.innerHTML = html;
    const entry = template.content.querySelector('.entry');
    const existing = document.getElementById(entry.id);
    if (existing) {
      // Only the status changes; replacing the whole entry would make a screen reader say it again.
      existing.querySelector('.entry-status').replaceWith(entry.querySelector('.entry-status'));
      return;
    }

    const list = entries();
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    list.querySelector('.entry-empty')?.remove();
    const next = [...list.querySelectorAll('.entry')].find(other => Number(other.dataset.id) > id);
    list.insertBefore(entry, next ?? null);
    if (atEnd || following)
      scrollToEnd();
    if (following)
      await select(entry, false);
  }

  // --- the wire

  async function select(entry, byHand) {
    for (const other of entries().querySelectorAll('.entry[aria-current]'))
      other.removeAttribute('aria-current');
    entry.setAttribute('aria-current', 'true');
    await showWire(entry.dataset.delivery);
    if (!byHand)
      return;
    workspace.dataset.wire = 'open';
    controls.showPanel('wire');
    entry.scrollIntoView({ block: 'nearest' });
    history.replaceState(null, '', `?message=${entry.dataset.id}`);
  }

  const showWire = (() => {
    let wanted;
    const refresh = latest(async () => {
      const html = await fetchPiece(`/wire/${wanted}`);
      if (html === null)
        return;
      wire.innerHTML = html;
      revealCopyButtons(wire);
    });
    return id => {
      wanted = id;
      return refresh();
    };
  })();

  async function fetchPiece(path) {
    try {
      const response = await fetch(pieces + path);
      return response.ok ? await response.text() : null;
    } catch {
      return null;
    }
  }

  function scrollToEnd() {
    log.scrollTop = log.scrollHeight;
  }

  if (following)
    scrollToEnd();
  else
    entries().querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  // On a phone the keyboard would cover what the page was opened for.
  if (matchMedia('(min-width: 760px)').matches)
    content.focus();
  listen();
}

// Runs one call at a time; however often it is asked for meanwhile, one more follows, so the last answer shown is the newest.
function latest(work) {
  let running = null;
  let again = false;
  return function run() {
    if (running) {
      again = true;
      return running;
    }
    running = work().finally(() => {
      running = null;
      if (again) {
        again = false;
        return run();
      }
    });
    return running;
  };
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

// A picture that is not there is still a link with a name.
function nameMissingPicture({ target }) {
  if (target.matches?.('.picture img'))
    target.replaceWith(target.alt);
}

function revealCopyButtons(root) {
  for (const button of root.querySelectorAll('[data-copy]'))
    button.hidden = !navigator.clipboard;
}

async function copyFromButton(event) {
  const button = event.target.closest('[data-copy]');
  if (!button)
    return;
  const label = button.textContent;
  await navigator.clipboard.writeText(button.parentElement.querySelector('code').textContent);
  button.textContent = button.dataset.copy;
  setTimeout(() => { button.textContent = label; }, 1500);
}

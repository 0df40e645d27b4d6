// The entries of a conversation and the wire of one of them, kept up to date.

import { revealCopyButtons } from './copy.js';
import { latest, parse, pieces } from './pieces.js';

export function startConversation(workspace, showPanel = () => {}) {
  const fetchPiece = pieces(workspace.dataset.pieces);
  const log = document.getElementById('log');
  const entries = () => document.getElementById('entries');
  const selected = () => entries().querySelector('.entry[aria-current]');
  const wire = document.getElementById('wire-content');
  const error = document.getElementById('composer-error');

  // The wire shows the latest entry until somebody picks an older one; sending something picks the latest again.
  let following = !new URLSearchParams(location.search).has('message');
  let lost = false;
  let wanted = 0;
  const refreshers = new Map();
  const refreshShown = latest(async () => {
    const html = await fetchPiece(`/wire/${wanted}`);
    if (html === null)
      return;
    // What somebody has unfolded stays so, while a stream goes on below.
    const unfolded = [...wire.querySelectorAll('details[data-fold][open]')].map(({ dataset }) => dataset.fold);
    wire.innerHTML = html;
    for (const fold of unfolded)
      wire.querySelector(`details[data-fold="${CSS.escape(fold)}"]`)?.setAttribute('open', '');
    revealCopyButtons(wire);
  });

  workspace.addEventListener('click', async event => {
    const link = event.target.closest('a');
    if (link?.matches('.close')) {
      event.preventDefault();
      delete workspace.dataset.wire;
    } else if (link?.dataset.message || isOnEntry(event.target, link)) {
      event.preventDefault();
      following = false;
      await select(event.target.closest('.entry'), true);
    }
  });

  if (following)
    scrollToEnd();
  else
    selected()?.scrollIntoView({ block: 'nearest' });

  return { fetchPiece, follow, listen, refreshEntry, refreshPlaces, refreshWire };

  // A click on a bubble, but not on what can be used inside it, nor at the end of marking text.
  function isOnEntry(target, link) {
    return !link && !target.closest('audio, video, button, summary, select, input, label') && target.closest('.bubble, .happening')
      && !getSelection().toString();
  }

  function follow() {
    following = true;
  }

  // The handlers get what the server tells; the conversation itself is brought up to date here when the stream begins and when it was interrupted.
  function listen(handlers, refreshRest, catchUpRest = () => {}) {
    const events = new EventSource('/sim/events');
    const refreshAll = latest(async () => {
      await refreshEntries();
      await refreshRest();
    });
    for (const [name, handler] of Object.entries(handlers))
      events.addEventListener(name, event => handler(JSON.parse(event.data)));
    events.addEventListener('ready', async () => {
      // What happened meanwhile is not repeated: since the stream broke, or since the page was written.
      if (!lost) {
        await catchUp();
        await refreshPlaces();
        await catchUpRest();
        return;
      }
      lost = false;
      error.textContent = '';
      await refreshAll();
    });
    events.addEventListener('reset', refreshAll);
    events.addEventListener('error', () => {
      lost = true;
      error.textContent = workspace.dataset.lost;
    });
  }

  async function catchUp() {
    const html = await fetchPiece('/entries');
    if (html === null)
      return;
    for (const entry of parse(html).querySelectorAll('.entry')) {
      const existing = document.getElementById(entry.id);
      if (!existing)
        refreshEntry(Number(entry.dataset.id));
      else if (existing.textContent !== entry.textContent)
        update(existing, entry);
    }
    const shown = selected();
    if (shown)
      await showWire(shown.dataset.id);
  }

  async function refreshEntries() {
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
  }

  async function refreshPlaces() {
    for (const [path, id] of [['/people', 'people'], ['/places', 'places']]) {
      const html = await fetchPiece(path);
      if (html !== null)
        document.getElementById(id).outerHTML = html;
    }
  }

  function refreshEntry(id) {
    if (!refreshers.has(id))
      refreshers.set(id, latest(() => replaceEntry(id)));
    refreshers.get(id)();
  }

  async function replaceEntry(id) {
    const html = await fetchPiece(`/entries/${id}`);
    if (html === null)
      return;
    const entry = parse(html).querySelector('.entry');
    const existing = document.getElementById(entry.id);
    if (existing) {
      update(existing, entry);
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

  function update(existing, entry) {
    if (!('live' in existing.dataset)) {
      // Only the status changes; replacing the whole entry would make a screen reader say it again.
      existing.querySelector('.entry-status').replaceWith(entry.querySelector('.entry-status'));
      return;
    }
    // A card is updated, a message taken back, or a stream has grown.
    if (existing.hasAttribute('aria-current'))
      entry.setAttribute('aria-current', 'true');
    const hadFocus = existing.contains(document.activeElement);
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    existing.replaceWith(entry);
    if (atEnd)
      scrollToEnd();
    if (hadFocus)
      entry.querySelector('button:enabled, a')?.focus();
  }

  async function select(entry, byHand) {
    selected()?.removeAttribute('aria-current');
    entry.setAttribute('aria-current', 'true');
    await showWire(entry.dataset.id);
    if (!byHand)
      return;
    workspace.dataset.wire = 'open';
    showPanel('wire');
    entry.scrollIntoView({ block: 'nearest' });
    history.replaceState(null, '', `?message=${entry.dataset.id}`);
  }

  // The wire of the selected entry has grown: by an attempt of that delivery, or by a call.
  function refreshWire(delivery) {
    const entry = selected();
    if (entry && ('live' in entry.dataset || entry.dataset.delivery === String(delivery)))
      showWire(entry.dataset.id);
  }

  function showWire(id) {
    wanted = id;
    return refreshShown();
  }

  function scrollToEnd() {
    log.scrollTop = log.scrollHeight;
  }
}

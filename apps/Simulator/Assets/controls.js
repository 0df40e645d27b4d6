// The panel beside the chat: which part of it is shown, the faults, the clock, the reset, replays.

import { parse } from './pieces.js';

export function startControls(workspace, fetchPiece, showProblem) {
  const { app } = workspace.dataset;
  const faultsPath = workspace.dataset.faults ?? `/sim/apps/${app}/faults`;
  const panels = workspace.querySelectorAll('[data-panel]');

  workspace.addEventListener('click', event => {
    const link = event.target.closest('[data-panel-link]');
    if (!link)
      return;
    event.preventDefault();
    workspace.dataset.wire = 'open';
    showPanel(link.dataset.panelLink);
  });

  workspace.addEventListener('change', event => {
    if (event.target.form?.id === 'faults-form')
      saveFaults(event.target.form);
  });

  workspace.addEventListener('submit', async event => {
    const form = event.target;
    switch (form.id) {
      case 'faults-form':
        event.preventDefault();
        await saveFaults(form);
        break;
      case 'call-faults-form':
        event.preventDefault();
        await changeCallFaults(form, event.submitter);
        break;
      case 'clock-form':
        event.preventDefault();
        await send('PUT', '/sim/clock', event.submitter.value === 'reset' ? { reset: true } : { advanceSeconds: Number(event.submitter.value) });
        break;
      case 'replay-form':
        event.preventDefault();
        await replay(form);
        break;
      case 'reset-form':
        event.preventDefault();
        form.querySelector('details').open = false;
        await send('POST', '/sim/reset');
        break;
    }
  });

  setInterval(tick, 1000);

  return { showPanel, refreshFaults, refreshCallFaults, refreshClock };

  function showPanel(name) {
    for (const panel of panels) {
      panel.hidden = panel.dataset.panel !== name;
      const late = panel.querySelector('[data-piece]');
      if (late && !panel.hidden)
        fetchPiece(late.dataset.piece).then(html => { late.innerHTML = html ?? ''; });
    }
    for (const link of workspace.querySelectorAll('.panels [data-panel-link]'))
      setCurrent(link, link.dataset.panelLink === name);
  }

  async function saveFaults(form) {
    const number = name => {
      const { value } = form.elements[name] ?? { value: '' };
      return value === '' ? undefined : Number(value);
    };
    const faults = [...form.querySelectorAll('[name=on]:checked')]
      .map(({ value }) => ({ kind: value, messages: number(`messages-${value}`), attempts: number(`attempts-${value}`) }));
    const problem = await send('PUT', faultsPath, faults);
    document.getElementById('faults-error').textContent = problem ?? '';
  }

  async function changeCallFaults(form, submitter) {
    const address = `/sim/apps/${app}/faults/calls`;
    const { errCode, path, times } = form.elements;
    const { active } = await (await fetch(address)).json();
    const changed = submitter.name === 'remove'
      ? active.filter((_, index) => index !== Number(submitter.value))
      : [{ errCode: Number(errCode.value), path: path.value.trim() || undefined, times: times.value === '' ? undefined : Number(times.value) }, ...active];
    const problem = await send('PUT', address, changed);
    document.getElementById('call-faults-error').textContent = problem ?? '';
    if (problem === null && submitter.name === 'add')
      errCode.value = '';
  }

  async function replay(form) {
    const report = document.getElementById('replay-report');
    const { file, text } = form.elements;
    report.replaceChildren();
    form.toggleAttribute('aria-busy', true);
    try {
      const response = await fetch(`${workspace.dataset.pieces}/replay`, { method: 'POST', body: file.files[0] ?? text.value });
      report.innerHTML = response.ok ? await response.text() : '';
    } catch {
      showProblem(workspace.dataset.lost);
    } finally {
      form.removeAttribute('aria-busy');
    }
  }

  // Returns what is wrong, in words.
  async function send(method, path, body) {
    try {
      const response = await fetch(path, body === undefined
        ? { method }
        : { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
      if (response.ok)
        return null;
      const problem = await response.json();
      return problem.detail ?? problem.title;
    } catch {
      showProblem(workspace.dataset.lost);
      return workspace.dataset.lost;
    }
  }

  async function refreshFaults() {
    const panel = await fetchPanel();
    if (!panel)
      return;
    for (const input of document.getElementById('faults-form').querySelectorAll('input:not([type=hidden])')) {
      const same = [...panel.querySelectorAll('input')].find(other => other.name === input.name && (input.name !== 'on' || other.value === input.value));
      input.checked = same.checked;
      // Somebody may be typing a number.
      if (input !== document.activeElement && input.name !== 'on')
        input.value = same.value;
    }
    await refreshChips();
  }

  async function refreshCallFaults() {
    const panel = await fetchPanel();
    if (!panel)
      return;
    document.getElementById('call-faults').replaceWith(panel.querySelector('#call-faults'));
    await refreshChips();
  }

  async function refreshClock() {
    const panel = await fetchPanel();
    if (!panel)
      return;
    document.querySelector('.clock-now').replaceWith(panel.querySelector('.clock-now'));
    await refreshChips();
  }

  async function refreshChips() {
    const html = await fetchPiece('/chips');
    if (html !== null)
      document.getElementById('chips')?.replaceChildren(...parse(html).firstElementChild.childNodes);
  }

  async function fetchPanel() {
    const html = await fetchPiece('/faults');
    return html === null ? null : parse(html);
  }

  function tick() {
    const clock = document.getElementById('clock-now');
    const china = 8 * 3600;
    const now = new Date(Date.now() + (Number(clock.dataset.offset) + china) * 1000);
    clock.textContent = now.toISOString().slice(0, 19).replace('T', ' ');
  }
}

function setCurrent(link, isCurrent) {
  if (isCurrent)
    link.setAttribute('aria-current', 'true');
  else
    link.removeAttribute('aria-current');
}

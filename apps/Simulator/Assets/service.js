// The page of 微信客服 without reloads: forms are posted behind it, and what changes is fetched and put in place.

const desk = document.querySelector('.desk');
const log = document.getElementById('log');
const parts = () => desk.querySelectorAll('[data-live]');
let refreshing = null;
let again = false;

scrollToEnd();

desk.addEventListener('submit', async event => {
  event.preventDefault();
  const form = event.target;
  const body = new FormData(form, event.submitter);
  for (const open of desk.querySelectorAll('details[open]'))
    open.open = false;
  try {
    const response = await fetch(form.action, { method: 'POST', headers: { 'X-Live': '1' }, body: new URLSearchParams(body) });
    const page = parse(await response.text());
    // A form that leads elsewhere, such as to a new customer, is followed there.
    if (response.redirected && new URL(response.url).pathname !== location.pathname) {
      location.assign(response.url);
      return;
    }
    place(page);
    if (page.querySelector('[data-live=error]')?.textContent === '')
      form.querySelector('textarea')?.form.reset();
    scrollToEnd();
  } catch {
    say(desk.dataset.lost);
  }
});

desk.addEventListener('keydown', event => {
  // While an input method composes, Enter picks a candidate.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !event.target.matches('[data-enter]'))
    return;
  event.preventDefault();
  event.target.form.requestSubmit();
});

document.addEventListener('click', event => {
  for (const open of desk.querySelectorAll('details[open]')) {
    if (!open.contains(event.target))
      open.open = false;
  }
});

const events = new EventSource('/sim/events');
for (const name of ['service', 'customer', 'delivery', 'clock', 'reset'])
  events.addEventListener(name, refresh);
events.addEventListener('ready', refresh);
events.addEventListener('error', () => say(desk.dataset.lost));

// One fetch at a time; however often it is asked for meanwhile, one more follows.
function refresh() {
  if (refreshing) {
    again = true;
    return;
  }
  refreshing = load().finally(() => {
    refreshing = null;
    if (again) {
      again = false;
      refresh();
    }
  });
}

async function load() {
  try {
    const response = await fetch(location.href);
    if (!response.ok)
      return;
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    place(parse(await response.text()));
    if (atEnd)
      scrollToEnd();
  } catch {
    // The stream of events says that the simulator is gone, and when it is back.
  }
}

function place(page) {
  for (const part of parts()) {
    const fresh = page.querySelector(`[data-live=${part.dataset.live}]`);
    // What has not changed is left alone: a screen reader would say it again, and a button would lose its focus.
    if (fresh && fresh.innerHTML !== part.innerHTML)
      part.innerHTML = fresh.innerHTML;
  }
}

function parse(html) {
  return new DOMParser().parseFromString(html, 'text/html');
}

function say(words) {
  desk.querySelector('[data-live=error]').textContent = words;
}

function scrollToEnd() {
  log.scrollTop = log.scrollHeight;
}

// Pieces of a page that the server renders again when something has changed.

// Fetches a piece; null when it cannot be had.
export function pieces(base) {
  return async path => {
    try {
      const response = await fetch(base + path);
      return response.ok ? await response.text() : null;
    } catch {
      return null;
    }
  };
}

export function parse(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

// Runs one call at a time; however often it is asked for meanwhile, one more follows, so the last answer shown is the newest.
export function latest(work) {
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

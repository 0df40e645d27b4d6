// Copy buttons, and pictures that are not there.

export function startCopying() {
  revealCopyButtons(document);
  document.addEventListener('click', copyFromButton);
  document.addEventListener('error', nameMissingPicture, true);
  // Those that failed before this module ran.
  for (const target of document.images) {
    if (target.complete && target.naturalWidth === 0)
      nameMissingPicture({ target });
  }
}

// A picture that is not there is still a link with a name; one that only decorates a card leaves its place empty.
function nameMissingPicture({ target }) {
  if (target.matches?.('.picture img'))
    target.replaceWith(target.alt);
  else if (target.matches?.('.bubble img[alt=""]'))
    target.remove();
}

export function revealCopyButtons(root) {
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

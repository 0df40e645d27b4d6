// Pictures, voices and videos: preview, upload, drop and paste.

export function startFiles(workspace, sendFile, showProblem) {
  const conversation = workspace.querySelector('.conversation');

  workspace.addEventListener('change', event => {
    if (event.target.type === 'file')
      showPreview(event.target);
  });

  conversation.addEventListener('dragover', event => {
    if (!event.dataTransfer.types.includes('Files'))
      return;
    event.preventDefault();
    conversation.classList.add('dropping');
  });
  conversation.addEventListener('dragleave', event => {
    if (!conversation.contains(event.relatedTarget))
      conversation.classList.remove('dropping');
  });
  conversation.addEventListener('drop', async event => {
    event.preventDefault();
    conversation.classList.remove('dropping');
    const field = event.target.closest('[data-drop]')?.querySelector('input');
    if (field) {
      field.files = event.dataTransfer.files;
      showPreview(field);
    } else {
      await sendAll(event.dataTransfer.files);
    }
  });
  conversation.addEventListener('paste', async event => {
    if (event.clipboardData.files.length === 0)
      return;
    event.preventDefault();
    await sendAll(event.clipboardData.files);
  });

  return { upload };

  // The media of a form's files; null when one was refused.
  async function upload(form) {
    const media = [];
    const field = form.querySelector('[type=file]');
    for (const file of field?.files ?? []) {
      const uploaded = await uploadOne(file, field);
      if (uploaded === null)
        return null;
      media.push(uploaded);
    }
    return media;
  }

  async function sendAll(files) {
    for (const file of files) {
      const media = await uploadOne(file);
      if (media === null)
        return;
      await sendFile(media);
    }
  }

  async function uploadOne(file, field = null) {
    const type = field?.accept === '' ? '?type=file' : '';
    const body = new FormData();
    body.append('media', file);
    try {
      const response = await fetch(`/sim/media${type}`, { method: 'POST', body });
      const answer = await response.json();
      if (response.ok)
        return answer;
      showProblem(`${file.name}: ${answer.detail ?? answer.title}`);
    } catch {
      showProblem(workspace.dataset.lost);
    }
    return null;
  }
}

function showPreview(field) {
  const preview = field.closest('[data-drop]')?.querySelector('[data-preview]');
  if (!preview)
    return;
  for (const shown of preview.children)
    URL.revokeObjectURL(shown.src);
  preview.replaceChildren(...[...field.files].map(file => {
    const kind = { image: 'img', audio: 'audio', video: 'video' }[file.type.split('/')[0]];
    const element = document.createElement(kind ?? 'span');
    if (!kind) {
      element.textContent = file.name;
      return element;
    }
    element.src = URL.createObjectURL(file);
    element.alt = file.name;
    element.controls = true;
    return element;
  }));
}

/** Keeps what was typed into a task on the server, so that another day or device goes on from there. */
export function draftKeeper() {
  const form = document.querySelector('form[data-draft]');
  if (!form) {
    return;
  }
  const state = document.getElementById(form.dataset.draftState);
  let timer;
  let dirty = false;
  const save = async () => {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.dataset.draft, { method: 'POST', body });
    if (answer.ok && state) {
      dirty = false;
      state.textContent = await answer.text();
    }
  };
  form.addEventListener('input', () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, 1200);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    dirty = false;
  });
  addEventListener('beforeunload', event => {
    if (dirty) {
      event.preventDefault();
    }
  });
}

/** j and k walk through the tasks, Enter opens (it is a link), c takes, / goes to the search. */
export function keyboardInbox() {
  const list = document.querySelector('[data-inbox]');
  if (!list) {
    return;
  }
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input,select,textarea,dialog')) {
      return;
    }
    const links = [...list.querySelectorAll('[data-task]')];
    const here = links.findIndex(link => link.closest('tr')?.contains(document.activeElement));
    if (event.key === 'j' || event.key === 'k') {
      event.preventDefault();
      const step = event.key === 'j' ? 1 : -1;
      links[Math.min(links.length - 1, Math.max(0, here < 0 ? 0 : here + step))]?.focus();
    } else if (event.key === 'c' && here >= 0) {
      event.preventDefault();
      links[here].closest('tr').querySelector('[data-claim]')?.click();
    } else if (event.key === '/') {
      event.preventDefault();
      document.querySelector('[data-inbox-search]')?.focus();
    }
  });
}

/**
 * Shows what would follow before an act. Without scripts the consequence opens in place (details); with them it opens
 * as a dialog that holds the focus.
 */
export function openConfirmations(scope) {
  for (const box of scope.querySelectorAll?.('details.confirm:not([data-dialog])') ?? []) {
    box.dataset.dialog = 'yes';
    const content = box.querySelector('.consequence');
    const opener = box.querySelector('summary');
    const dialog = document.createElement('dialog');
    dialog.className = 'confirm';
    dialog.setAttribute('aria-labelledby', content.dataset.title);
    box.after(dialog);
    opener.addEventListener('click', event => {
      event.preventDefault();
      dialog.append(content);
      dialog.showModal();
    });
    content.querySelector('[data-close]')?.addEventListener('click', event => {
      event.preventDefault();
      dialog.close();
    });
    dialog.addEventListener('close', () => {
      box.append(content);
      opener.focus();
    });
  }
}

import htmx from 'htmx.org/dist/htmx.esm.js';
import { auctionRoom } from './auction.js';
import { openConfirmations } from './confirm.js';
import { amountInputs } from './money.js';
import { conditionalFields } from './conditional.js';
import { passkeys } from './passkeys.js';
import { suggestions } from './suggest.js';

const root = document.documentElement;

function themeSwitch() {
  for (const button of document.querySelectorAll('[data-theme-switch]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const theme = root.dataset.bsTheme === 'dark' ? 'light' : 'dark';
      root.dataset.bsTheme = theme;
      document.cookie = `theme=${theme};path=/;max-age=31536000;samesite=lax`;
    });
  }
}

function menusCloseOutside() {
  const closeAll = except => document.querySelectorAll('details.menu[open]').forEach(menu => {
    if (menu !== except) {
      menu.open = false;
    }
  });
  document.addEventListener('click', event => closeAll(event.target.closest('details.menu')));
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      const open = document.querySelector('details.menu[open]');
      closeAll(null);
      open?.querySelector('summary').focus();
    }
  });
}

/** A second click on the same button sends nothing. */
function oneSubmitOnly() {
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== 'post' || form.hasAttribute('hx-post')) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    form.querySelectorAll('button').forEach(button => button.setAttribute('aria-disabled', 'true'));
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => {
    delete form.dataset.sent;
    form.querySelectorAll('button').forEach(button => button.removeAttribute('aria-disabled'));
  }));
}

function autoSubmit() {
  document.addEventListener('change', event => {
    const form = event.target.closest('form[data-auto-submit]');
    if (form && event.target.matches('select,[type=checkbox],[type=radio]')) {
      form.requestSubmit();
    }
  });
}

function copyButtons() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.dataset.copied = 'yes';
      const words = button.querySelector('[data-copied-text]');
      if (words) {
        words.textContent = words.dataset.copiedText;
      }
    });
  }
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
}

function carryCsrf() {
  const header = document.querySelector('meta[name=csrf-header]')?.content;
  const token = document.querySelector('meta[name=csrf-token]')?.content;
  if (header && token) {
    document.body.addEventListener('htmx:configRequest', event => {
      event.detail.headers[header] = token;
    });
  }
}

themeSwitch();
menusCloseOutside();
oneSubmitOnly();
autoSubmit();
copyButtons();
carryCsrf();
openConfirmations(document);
amountInputs(document);
conditionalFields(document);
suggestions(document);
auctionRoom();
passkeys();
document.body.addEventListener('htmx:load', event => {
  openConfirmations(event.detail.elt);
  amountInputs(event.detail.elt);
  conditionalFields(event.detail.elt);
  suggestions(event.detail.elt);
});
htmx.config.historyCacheSize = 0;
document.querySelector('.error-summary')?.focus();
root.dataset.ready = '1';

const PAUSE = 150;
const SHORTEST = 2;

/** What is typed into a search field is completed by a list below it: a combobox, worked by arrows, Enter and Escape. */
export function suggestions(scope) {
  for (const input of scope.querySelectorAll?.('input[data-suggest]:not([data-live])') ?? []) {
    combobox(input, document.getElementById(input.dataset.list));
  }
}

function combobox(input, list) {
  const said = document.getElementById(`${list.id}-said`);
  let pause;
  let question;
  let chosen = -1;

  const options = () => [...list.querySelectorAll('[role=option]')];

  function show(open) {
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
    choose(-1);
  }

  function choose(place) {
    chosen = place;
    options().forEach((option, at) => option.setAttribute('aria-selected', String(at === place)));
    const option = options()[place];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function close() {
    clearTimeout(pause);
    question?.abort();
    show(false);
  }

  async function ask() {
    const text = input.value.trim();
    question?.abort();
    if (text.length < SHORTEST) {
      close();
      return;
    }
    question = new AbortController();
    try {
      const answer = await fetch(`${input.dataset.suggest}?text=${encodeURIComponent(text)}`, { signal: question.signal });
      if (answer.ok) {
        list.innerHTML = await answer.text();
        said.textContent = list.querySelector('[data-said]')?.content.textContent ?? '';
        show(options().length > 0);
      }
    } catch {
      // a newer question, or no connection: the search itself works on
    }
  }

  function key(event) {
    const count = options().length;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      location.assign(options()[chosen].dataset.href);
    } else if (event.key === 'ArrowDown' && !event.altKey && count) {
      event.preventDefault();
      list.hidden ? show(true) : choose(chosen + 1 < count ? chosen + 1 : 0);
    } else if (event.key === 'ArrowUp' && count) {
      event.preventDefault();
      list.hidden ? show(true) : choose(chosen > 0 ? chosen - 1 : count - 1);
    } else if (event.key === 'Tab' || event.key === 'Enter') {
      close();
    }
  }

  input.dataset.live = 'yes';
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
  input.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE);
  });
  input.addEventListener('keydown', key);
  input.addEventListener('blur', close);
  list.addEventListener('pointerdown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = event.target.closest('[role=option]');
    if (option) {
      location.assign(option.dataset.href);
    }
  });
}

/** Shows a field only while another has the named value: data-show-if="field=value". Hidden fields are not sent. */
export function conditionalFields(scope) {
  for (const form of scope.querySelectorAll?.('form:not([data-conditional])') ?? []) {
    const fields = [...form.querySelectorAll('[data-show-if]')];
    if (!fields.length) {
      continue;
    }
    form.dataset.conditional = 'yes';
    const update = () => {
      for (const field of fields) {
        const [name, value] = field.dataset.showIf.split('=');
        const shown = valuesOf(form, name).includes(value);
        field.hidden = !shown;
        field.querySelectorAll('input,select,textarea').forEach(input => {
          input.disabled = !shown;
        });
      }
    };
    form.addEventListener('input', update);
    form.addEventListener('change', update);
    update();
  }
}

function valuesOf(form, name) {
  return [...form.elements].filter(input => input.name === name)
    .filter(input => !['checkbox', 'radio'].includes(input.type) || input.checked)
    .filter(input => input.type !== 'hidden' || ![...form.elements].some(other => other !== input && other.name === name))
    .map(input => (input.type === 'checkbox' && input.value === 'on' ? 'true' : input.value))
    .concat([...form.elements].some(input => input.name === name && input.type === 'checkbox' && !input.checked) ? ['false'] : []);
}

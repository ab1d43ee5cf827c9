import { amountInWords } from './words.js';

const THIN = '\u202f';

/** Groups the digits of an amount while it is typed and says it in words below. */
export function amountInputs(scope) {
  for (const input of scope.querySelectorAll?.('input[data-money]:not([data-live])') ?? []) {
    input.dataset.live = 'yes';
    const words = document.getElementById(input.dataset.words);
    const show = () => {
      const digits = input.value.replace(/\D/g, '');
      const fromEnd = input.value.length - input.selectionEnd;
      input.value = digits.replace(/\B(?=(\d{3})+$)/g, THIN);
      if (document.activeElement === input) {
        const place = Math.max(0, input.value.length - fromEnd);
        input.setSelectionRange(place, place);
      }
      if (words) {
        words.textContent = digits && digits.length <= 15 ? amountInWords(Number(digits), document.documentElement.lang) : '';
      }
    };
    input.addEventListener('input', show);
    show();
  }
}

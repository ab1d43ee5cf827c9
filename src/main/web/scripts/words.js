/** An amount in words, as it stands in contracts: «хоёр зуун наян таван сая төгрөг», "two hundred eighty-five million tögrög". */
export function amountInWords(amount, language) {
  return language === 'en' ? `${english(amount)} tögrög` : `${mongolian(amount)} төгрөг`;
}

const SCALES_MN = [[1e12, 'их наяд'], [1e9, 'тэрбум'], [1e6, 'сая'], [1e3, 'мянга']];
// before another word the number takes its attributive form
const ONES_MN = ['', 'нэг', 'хоёр', 'гурван', 'дөрвөн', 'таван', 'зургаан', 'долоон', 'найман', 'есөн'];
const TENS_MN = ['', 'арван', 'хорин', 'гучин', 'дөчин', 'тавин', 'жаран', 'далан', 'наян', 'ерэн'];

function mongolian(amount) {
  if (amount === 0) {
    return 'тэг';
  }
  const words = [];
  let rest = amount;
  for (const [size, name] of SCALES_MN) {
    const count = Math.floor(rest / size);
    if (count > 0) {
      words.push(belowThousand(count), name === 'мянга' && rest % size === 0 ? 'мянган' : name);
      rest %= size;
    }
  }
  if (rest > 0) {
    words.push(belowThousand(rest));
  }
  return words.join(' ');
}

function belowThousand(number) {
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor((number % 100) / 10);
  const ones = number % 10;
  const words = [];
  if (hundreds > 0) {
    words.push(ONES_MN[hundreds], 'зуун');
  }
  if (tens > 0) {
    words.push(TENS_MN[tens]);
  }
  if (ones > 0) {
    words.push(ONES_MN[ones]);
  }
  return words.join(' ');
}

const BELOW_20 = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
  'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS_EN = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function english(amount) {
  for (const [size, name] of [[1e12, 'trillion'], [1e9, 'billion'], [1e6, 'million'], [1e3, 'thousand'], [100, 'hundred']]) {
    if (amount >= size) {
      const rest = amount % size;
      return `${english(Math.floor(amount / size))} ${name}${rest ? ` ${english(rest)}` : ''}`;
    }
  }
  if (amount < 20) {
    return BELOW_20[amount];
  }
  return TENS_EN[Math.floor(amount / 10)] + (amount % 10 ? `-${BELOW_20[amount % 10]}` : '');
}

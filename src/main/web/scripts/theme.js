// Chooses light or dark before the first paint; the server has written the person's choice when it knows it.
const root = document.documentElement;
if (!root.dataset.bsTheme) {
  root.dataset.bsTheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

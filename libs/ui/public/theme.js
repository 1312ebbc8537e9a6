// Runs before the first paint, so that neither the colour scheme nor the direction of writing flickers. A file of its own: the
// page's policy allows no inline script.
(() => {
  const page = document.documentElement;
  const language = /^\/(ar|en|fr|es|pt)(?:\/|$)/.exec(location.pathname)?.[1] ?? 'en';
  page.lang = language;
  page.dir = language === 'ar' ? 'rtl' : 'ltr';
  let chosen = null;
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value');
  } catch {
    // Storage may be closed to us; the system's setting is used then.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  page.dataset.mantineColorScheme = dark ? 'dark' : 'light';
})();

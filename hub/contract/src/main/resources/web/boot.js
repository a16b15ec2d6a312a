// Runs before the first paint (a plain script in the head), so that a page never flashes in the
// wrong scheme or language. The choices are kept per browser.
(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  const theme = read('jinlin.theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  root.lang = read('jinlin.language') === 'en' ? 'en' : 'zh-CN';
})();

// What axe-core finds serious or critical on the page as it stands, and what it does not ask: a list.
// "again": the same page in the same language was asked already, now it only has another size.
async ({ language, again }) => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const sizes = ['target-size', 'scrollable-region-focusable', 'button-name', 'link-name'];
  const { violations } = await axe.run(document, {
    resultTypes: ['violations'],
    preload: false,
    ...(again
      ? { runOnly: { type: 'rule', values: sizes } }
      : { runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: true } } }),
  });
  const faults = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ').slice(0, 200)}`));
  const root = document.documentElement;
  if (root.lang.slice(0, 2) !== language) faults.push(`lang: the page says ${root.lang} and shows ${language}`);
  if (root.scrollWidth > innerWidth + 1) {
    const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('[popover], dialog:not([open])')
      && !/auto|scroll|hidden|clip/.test(getComputedStyle(e.parentElement).overflowX));
    faults.push(`scroll: the page is ${root.scrollWidth} wide on ${innerWidth}: ${wide.slice(0, 4).map((e) => `${e.tagName}.${e.className}`).join(', ')}`);
  }
  const words = document.body.innerText.match(/undefined|\[object|NaN|\bnull\b/);
  if (words) faults.push(`words: ${words[0]} is shown`);
  return faults;
}

// What a person with old eyes and hands would complain about on the page as it stands: a list.
() => {
  const MM = 5.87;
  const complaints = [];
  const visible = (e) => { const b = e.getBoundingClientRect(); return b.width > 0 && b.height > 0; };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (css) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = css; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const ground = (e) => {
    for (let at = e; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const top = document.querySelector('.sheet') ?? document.querySelector('#kiosk');
  const answer = document.querySelector('.answer');
  const shown = [...top.querySelectorAll('h1, h2, p, span, time, button')].filter((e) => visible(e)
    && (!answer || !e.closest('header, .trouble')) && (e.closest('.sheet') || !document.querySelector('.sheet')));
  for (const e of shown) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim() !== '');
    const box = e.getBoundingClientRect();
    const name = `${e.tagName} "${e.textContent.trim().slice(0, 24)}"`;
    if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) complaints.push(`${name} runs off the glass`);
    if (!own) continue;
    const style = getComputedStyle(e);
    const mm = parseFloat(style.fontSize) / MM;
    const main = e.closest('h1, .do, .name, .number');
    if (mm < (main ? 12 : 8)) complaints.push(`${name} is ${mm.toFixed(1)} mm high`);
    const [a, b] = [luminance(rgba(style.color).slice(0, 3)), luminance(ground(e).slice(0, 3))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 7) complaints.push(`${name} has contrast ${ratio.toFixed(1)}`);
    if (e.scrollWidth > e.clientWidth + 2 && style.display !== 'inline') complaints.push(`${name} is cut off`);
  }
  const buttons = shown.filter((e) => e.tagName === 'BUTTON');
  for (const button of buttons) {
    const box = button.getBoundingClientRect();
    if (box.width < 20 * MM || box.height < 20 * MM) complaints.push(`button "${button.textContent.trim()}" is under 20 mm`);
    for (const other of buttons) {
      if (other === button || button.closest('.sheet')) continue;
      const o = other.getBoundingClientRect();
      const gap = Math.max(o.left - box.right, box.left - o.right, o.top - box.bottom, box.top - o.bottom);
      if (gap < 8 * MM - 0.5) complaints.push(`"${button.textContent.trim()}" is ${(gap / MM).toFixed(1)} mm from "${other.textContent.trim()}"`);
    }
  }
  const says = document.querySelector('.says, .invite')?.getBoundingClientRect();
  const bar = document.querySelector('footer').getBoundingClientRect();
  if (says && says.bottom > bar.top + 1 && !document.querySelector('.sheet')) complaints.push('words run under the bar');
  return complaints;
}

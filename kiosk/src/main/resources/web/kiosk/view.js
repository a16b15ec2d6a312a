/** What the screen shows: model → templates. One thing at a time; the bar below stays. */
import { html, nothing } from 'lit';
import { finder } from './finder.js';
import { choiceSymbol, symbol } from './symbols.js';
import { isAnswer, local, when, words } from './words.js';

/** Until the first settings say another. */
const ZONE = 'Asia/Shanghai';

const lines = (text) => text.split('\n').map((line) => html`<span class="line">${line}</span>`);

/** The language of what is shown now: the person's own, if the kiosk has it; else the page's. */
export const languageOf = (model) =>
  (isAnswer(model.screen.state) && model.screen.language?.startsWith('en') ? 'en' : model.lang);

const pick = (label, lang) => label?.[lang] || label?.zh || '';

const panel = (state, sign, title, detail, more = nothing) => html`
  <section class="answer" data-state=${state} role="status" aria-live="assertive">
    <div class="sign">${sign}</div>
    <div class="says">${title}${detail ? html`<p class="detail">${lines(detail)}</p>` : nothing}${more}</div>
  </section>`;

function answer(model, t, lang) {
  const { screen } = model;
  const said = words(screen, t, lang, model.about);
  const name = screen.name ? html`<p class="name">${screen.name}</p>` : nothing;
  const title = html`<h1>${lines(said.title)}</h1>`;
  if (screen.state === 'ask') return ask(model, said, name, lang);
  if (screen.state === 'ticket') {
    const number = html`<div class="number" data-digits=${String(screen.number).length}><span>${screen.number}</span></div>`;
    const queue = html`<p class="name">${pick(screen.label, lang)}</p>`;
    return panel('ticket', number, html`${queue}${title}`, said.detail);
  }
  return panel(screen.state, symbol(said.symbol), html`${name}${title}`, said.detail, more(model, t, lang));
}

/** What can be tapped below an answer: something to take along, or that a neighbour is done. */
function more({ screen, actions }, t, lang) {
  if (screen.also) {
    return html`<button type="button" class="also" @click=${() => actions.choose(screen.also.id)}>
      ${symbol('proxy')}<span>${t('also', { label: pick(screen.also.label, lang) })}</span></button>`;
  }
  return screen.state === 'proxy' && screen.step !== 'full'
    ? html`<button type="button" class="end" @click=${actions.endProxy}>${t('proxy.end')}</button>` : nothing;
}

function ask({ screen, actions }, said, name, lang) {
  return html`<section class="answer asking" data-state="ask" role="status" aria-live="assertive">
    <div class="says">${name}<h1>${lines(said.title)}</h1></div>
    <div class="choices" data-count=${screen.choices.length}>${screen.choices.map((choice, index) => html`
      <button type="button" class="choice" data-index=${index} @click=${() => actions.choose(choice.id)}>
        ${choiceSymbol(choice.id, index)}<span>${pick(choice.label, lang)}</span>
      </button>`)}
    </div>
    <div class="countdown" .style=${`animation-duration: ${screen.ms}ms`}></div>
  </section>`;
}

const HELP = { calling: 'bell', answered: 'coming', nobody: 'desk' };

function help(model, t, lang) {
  const state = model.status.help;
  const where = pick(model.status.helpWhere, lang) || t('help.where');
  const end = html`<button type="button" class="end" @click=${model.actions.endHelp}>${t('help.end')}</button>`;
  return panel(`help-${state}`, symbol(HELP[state]), html`<h1>${t(`help.${state}`)}</h1>`,
    t(`help.${state}.do`, { where }), end);
}

function starting(model, t) {
  const key = model.link === 'long' ? 'starting.long' : 'starting';
  return panel('starting', symbol('starting'), html`<h1>${t(key)}</h1>`, t(`${key}.do`));
}

function nowWords({ status, about }, t, lang) {
  const { now } = status;
  const next = now?.next
    ? t('idle.next', { label: pick(now.next.label, lang), opens: when(now.next.opens, about.today, t) }) : '';
  if (!now || now.kind === 'unknown') return { title: pick(status.place, lang) || t('idle.fallback'), detail: '' };
  if (now.notice) return { title: t('closed'), detail: `${pick(now.notice, lang)}\n${next}`.trim() };
  if (now.soldOut) return { title: t('sold-out', { label: pick(now.label, lang) }), detail: next };
  if (now.kind === 'closed') return { title: t('idle.closed'), detail: next };
  const hours = now.opens && now.closes
    ? t('idle.hours', { opens: now.opens.slice(11, 16), closes: now.closes.slice(11, 16) }) : t('idle.open');
  return { title: pick(now.label, lang), detail: hours };
}

function idle(model, t, lang) {
  const { status } = model;
  const { title, detail } = nowWords(model, t, lang);
  const reader = status.reader === 'scanner' && model.camera !== 'on' ? 'scanner' : 'camera';
  const seats = status.seatsFree ?? -1;
  return html`<section class="idle">
    <div class="invite">
      <h1>${title}</h1>
      ${detail ? html`<p class="hours">${lines(detail)}</p>` : nothing}
      <p class="do"><span>${t(`idle.do.${reader}`)}</span><span class="arrow" aria-hidden="true">➜</span></p>
      ${menu(status.now, t, lang)}
      ${seats >= 0 ? html`<p class="seats">${t('seats.free', { n: seats })}</p>` : nothing}
    </div>
    ${finder(model, t)}
    ${status.now?.proxies ? html`<button type="button" class="proxy" @click=${model.actions.proxy}>
      ${symbol('proxy')}<span>${t('proxy')}</span></button>` : nothing}
  </section>`;
}

const MENU_DISHES = 4;

/** The dishes of the meal; a whole menu is for the wall. */
function menu(now, t, lang) {
  const dishes = now?.menu ?? [];
  if (dishes.length === 0 || now.soldOut) return nothing;
  const names = dishes.slice(0, MENU_DISHES).map((dish) => {
    const marks = dish.marks.map((mark) => t(`mark.${mark}`)).join(' ');
    return pick(dish, lang) + (marks ? t('menu.marks', { marks }) : '');
  });
  return html`<p class="menu">${names.map((name) => html`<span>${name}</span> `)}</p>`;
}

function head(model, t, lang) {
  const { status, about } = model;
  if (!status.wallMillis) return nothing;
  const [, month, day] = about.today.split('-').map(Number);
  const days = t('weekdays');
  const weekday = days.includes(',') ? days.split(',')[about.weekday] : days[about.weekday];
  return html`<header><span class="place">${pick(status.place, lang)}</span>
    ${status.clock ? html`<span class="date">${t('date', { month, day, weekday })}</span>
    <time>${about.time}</time>` : nothing}</header>`;
}

/** With of when the timetable is, if that is known. */
function offline({ clock, pagesMillis, zone }, about, t) {
  if (!clock || !pagesMillis) return t('trouble.offline');
  const { date, time } = local(pagesMillis, zone ?? ZONE);
  return t('trouble.offline.since', { at: when(`${date}T${time}`, about.today, t) });
}

/** What is wrong, in the order of what a person at the kiosk should know first. */
function trouble({ status, camera, about }, t) {
  const problems = new Set(status.problems ?? []);
  const has = (start) => [...problems].some((problem) => problem.startsWith(start));
  if (camera === 'refused') return t('trouble.camera.browser');
  if (has('camera') || (camera === 'absent' && status.reader === 'browser')) return t('trouble.camera');
  if (status.connected === false) return offline(status, about, t);
  if (status.clock === false) return t('trouble.clock');
  if (has('outbox') || has('replica')) return t('trouble.outbox');
  if (has('printer')) return t('trouble.printer');
  return problems.size > 0 ? t('trouble.other') : '';
}

function bar(model, t) {
  const { status, actions } = model;
  const state = status.help ?? 'none';
  const word = state === 'calling' || state === 'answered' ? `help.button.${state}` : 'help.button';
  return html`<footer>
    <button type="button" class="help" data-help=${state} ?disabled=${model.link !== 'up'} @click=${actions.help}>
      ${symbol('hand')}<span>${t(word)}</span></button>
    ${status.demo && status.samples?.length
      ? html`<button type="button" class="demo" @click=${actions.openSheet}>${t('demo.button')}</button>` : nothing}
    <button type="button" class="language" @click=${actions.language}>${t('lang.other')}</button>
  </footer>`;
}

function sheet(model, t, lang) {
  if (!model.sheet) return nothing;
  return html`<div class="sheet" role="dialog" aria-modal="true" aria-label=${t('demo.title')}>
    <h2>${t('demo.title')}</h2>
    <div class="samples">${model.status.samples.map((sample) => html`
      <button type="button" @click=${() => model.actions.show(sample.id)}>${pick(sample.label, lang)}</button>`)}
    </div>
    <button type="button" class="close" @click=${model.actions.closeSheet}>${t('demo.close')}</button>
  </div>`;
}

function stage(model, t, lang) {
  // Nothing invites a card that the kiosk could not hear of.
  if (model.link !== 'up') return starting(model, t);
  if (isAnswer(model.screen.state)) return answer(model, t, lang);
  if ((model.status.help ?? 'none') !== 'none') return help(model, t, lang);
  return idle(model, t, lang);
}

/** What can be wrong with the paper, the worse first. */
const PAPER = ['printer-absent', 'printer-no-paper'];

/** Where and when answers are shown: {today, time, weekday, service}, by the site's zone. */
export function aboutOf({ now, status }) {
  const { date, time, weekday } = local(now, status.zone ?? ZONE);
  const problems = status.problems ?? [];
  const paper = PAPER.find((problem) => problems.includes(problem)) ?? '';
  return { today: date, time, weekday, service: status.service, paper };
}

/** The whole page. */
export function view(model, catalogue) {
  const lang = languageOf(model);
  const t = (key, values) => catalogue(lang, key, values);
  const shown = { ...model, about: aboutOf(model) };
  const words = trouble(shown, t);
  return html`${head(shown, t, lang)}<main>${stage(shown, t, lang)}</main>
    <p class="trouble" role="status">${words ? html`<span>${words}</span>` : nothing}</p>
    ${bar(shown, t)}${sheet(shown, t, lang)}`;
}

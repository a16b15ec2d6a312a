/** The kiosk page: listens to the kiosk, shows what it says, and goes back by itself. */
import { render } from 'lit';
import { catalogue as catalogues } from '/shared/i18n.js';
import * as camera from './camera.js';
import en from './en.js';
import { connect } from './link.js';
import { aboutOf, languageOf, view } from './view.js';
import { watch } from './preview.js';
import { clipsOf, Hints, Voice } from './voice.js';
import { listen } from './wedge.js';
import { isAnswer, words } from './words.js';
import zh from './zh.js';

const IDLE = { state: 'idle', id: 0 };
/** A short gap is not shown; after a long one a person is sent to staff. */
const DOWN_MS = 800;
const LONG_DOWN_MS = 30_000;
/** English goes back to Chinese when nobody has touched the screen for this long. */
const LANGUAGE_MS = 60_000;
const CLOCK_MS = 1_000;

const catalogue = catalogues(zh, en).in;
const voice = new Voice();
const hints = new Hints();
const root = document.getElementById('kiosk');
const model = {
  lang: 'zh', link: 'connecting', status: {}, screen: IDLE, camera: 'off', video: null, preview: null, sheet: false, now: Date.now(),
};
/** The kiosk's clock against this page's, in milliseconds: the kiosk's may be the better one. */
let clockAhead = 0;
let moveOn;
let languageTimer;
let lens;
let preview;

function draw() {
  model.now = Date.now() + clockAhead;
  document.documentElement.lang = languageOf(model) === 'zh' ? 'zh-CN' : 'en';
  root.dataset.state = model.screen.state;
  root.dataset.lang = languageOf(model);
  render(view(model, catalogue), root);
}

const collects = (screen) => screen.state === 'proxy' || screen.then?.state === 'proxy';

function show(screen) {
  // A card in view does not take the answer of the person before off the screen.
  if (screen.state === 'seen' && isAnswer(model.screen.state)) return;
  clearTimeout(moveOn);
  const isNew = screen.id !== model.screen.id;
  // The kiosk must not take the next person's card for one that a neighbour collects.
  if (collects(model.screen) && screen.state === 'idle') link.send({ type: 'proxy-end' });
  model.screen = screen;
  if (isAnswer(screen.state)) model.sheet = false;
  if (screen.ms) moveOn = setTimeout(() => show({ ...(screen.then ?? IDLE), id: -screen.id }), screen.ms);
  draw();
  if (isNew && isAnswer(screen.state)) speak(screen);
  if (screen.state === 'seen' && hints.due(screen.hint, performance.now())) voice.play('none', [`seen-${screen.hint}`], languageOf(model));
}

function speak(screen) {
  const lang = languageOf(model);
  const about = aboutOf(model);
  const said = words(screen, (key, values) => catalogue(lang, key, values), lang, about);
  voice.play(said.tone, clipsOf(screen, said.clip, about.service), lang);
}

function onStatus(status) {
  const before = model.status.help ?? 'none';
  model.status = status;
  clockAhead = status.wallMillis - Date.now();
  voice.configure({ volume: status.volume ?? 1, clips: status.clips ?? [] });
  if (status.help !== before && (status.help === 'answered' || status.help === 'nobody')) {
    voice.play('level', [`help-${status.help}`], languageOf(model));
  }
  if (status.reader === 'browser' && !lens) {
    lens = camera.start((state) => { model.camera = state; draw(); });
    model.video = lens.video;
  }
  if (status.reader === 'camera' && !preview) preview = watch((canvas) => { model.preview = canvas; draw(); });
  draw();
}

let downSince = 0;
function onLink(up) {
  if (up) {
    model.link = 'up';
    downSince = 0;
  } else if (!downSince) {
    downSince = performance.now();
    setTimeout(draw, DOWN_MS);
  }
}

function tick() {
  if (downSince) {
    const ms = performance.now() - downSince;
    model.link = ms > LONG_DOWN_MS ? 'long' : ms > DOWN_MS ? 'down' : model.link;
  }
  draw();
}

const link = connect('/screen', (data) => {
  const message = JSON.parse(data);
  if (message.type === 'status') onStatus(message);
  else show(message);
}, (up) => { onLink(up); });

function keepLanguage() {
  clearTimeout(languageTimer);
  languageTimer = setTimeout(() => { model.lang = 'zh'; draw(); }, LANGUAGE_MS);
}

model.actions = {
  help() {
    const state = model.status.help ?? 'none';
    if (state === 'none' || state === 'nobody') link.send({ type: 'help' });
    if (isAnswer(model.screen.state)) show({ ...IDLE, id: model.screen.id });
  },
  endHelp: () => link.send({ type: 'help-end' }),
  proxy: () => link.send({ type: 'proxy' }),
  endProxy: () => show({ ...IDLE, id: -model.screen.id }),
  choose: (id) => link.send({ type: 'choose', id }),
  language() {
    model.lang = model.lang === 'zh' ? 'en' : 'zh';
    keepLanguage();
    draw();
  },
  openSheet() { model.sheet = true; draw(); },
  closeSheet() { model.sheet = false; draw(); },
  show(id) {
    model.sheet = false;
    draw();
    fetch('/demo/card', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ id }) });
  },
};

listen(window, (text, keys) => link.send({ type: 'text', text, keys }));
addEventListener('pointerdown', () => { voice.wake(); keepLanguage(); }, true);
addEventListener('keydown', () => voice.wake(), true);
addEventListener('contextmenu', (event) => event.preventDefault());
setInterval(tick, CLOCK_MS);
draw();

import { html } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { t } from '/assets/words.js';
import '/assets/clinic/queues.js';
import { saveRules } from '/assets/clinic/actions.js';

/** The rule in words, so that everyone who is asked can say it. */
export function ruleWords({ preferAge, preferDisability, ordinaryAfter }) {
  const whom = [];
  if (preferAge > 0) whom.push(t('clinic.rule.age', { n: preferAge }));
  if (preferDisability) whom.push(t('clinic.rule.disability'));
  if (whom.length === 0) return t('clinic.rule.none');
  const rule = t('clinic.rule', { whom: whom.join(t('clinic.rule.and')) });
  return ordinaryAfter > 0 ? `${rule}${t('clinic.rule.after', { n: ordinaryAfter })}` : rule;
}

/** The line with the rule, and the dialog behind it. */
export function rules({ page }) {
  const { rules: now } = page;
  const open = (event) => event.target.closest('.clinic-rule').querySelector(':scope > dialog').showModal();
  const shut = (event) => event.target.closest('dialog').close();
  const number = (name, min, max) => html`<label class="field">${t(`clinic.rules.${name}`)}
    <input name=${name} type="number" inputmode="numeric" required min=${min} max=${max} .value=${String(now[name])}></label>`;
  return html`<div class="clinic-rule"><p>${icon('info')}<span>${ruleWords(now)}</span></p>
    <button class="button small quiet" data-test="rules" @click=${open}>${t('clinic.rules')}</button>
    <jin-clinic-queues .page=${page}></jin-clinic-queues>
    <dialog class="dialog" aria-labelledby="rules-title"><form class="dialog-body" @submit=${(e) => submit(e, now)}>
      <header><h2 id="rules-title">${t('clinic.rules')}</h2><button type="button" class="button quiet small" @click=${shut} aria-label=${t('close')}>${icon('close')}</button></header>
      ${number('preferAge', 0, 130)}
      <label class="check"><input type="checkbox" name="preferDisability" .checked=${now.preferDisability}>${t('clinic.rules.preferDisability')}</label>
      ${number('ordinaryAfter', 0, 20)}
      ${number('walkInBase', 100, 9_900)}
      <label class="field">${t('clinic.rules.rooms')}<textarea name="rooms" rows="5" required .value=${roomLines(now.rooms)}></textarea></label>
      <p class="muted">${t('clinic.rules.hint')}</p>
      <button class="button primary">${icon('check')}${t('clinic.rules.save')}</button>
    </form></dialog></div>`;
}

const roomLines = (rooms) => rooms.map((room) => `${room.zh} = ${room.en}`).join('\n');

/** A room keeps its id as long as its line keeps its Chinese name. */
function roomsOf(text, before) {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  const used = new Set(before.map((room) => room.id));
  return lines.map((line) => {
    const [zh, en = zh] = line.split(/\s*[=＝]\s*/);
    const same = before.find((room) => room.zh === zh);
    let id = same?.id;
    for (let i = 1; !id; i++) if (!used.has(`room-${i}`)) id = `room-${i}`;
    used.add(id);
    return { id, zh, en };
  });
}

async function submit(event, before) {
  event.preventDefault();
  const form = event.target;
  const number = (name) => Number(form[name].value);
  const saved = await saveRules(event.submitter, {
    preferAge: number('preferAge'),
    preferDisability: form.preferDisability.checked,
    ordinaryAfter: number('ordinaryAfter'),
    walkInBase: number('walkInBase'),
    rooms: roomsOf(form.rooms.value, before.rooms),
  });
  if (saved) form.closest('dialog').close();
}

/** Which queue and which room this page is for; kept in this browser. */
export function choices(view) {
  const { page, queue, room } = view;
  return html`<div class="clinic-choices">
    <div class="clinic-tabs" role="group" aria-label=${t('clinic.choose-queue')}>${page.queues.map((one, i) => html`
      <button class="button" data-key=${i + 1} aria-pressed=${one.id === queue.id} @click=${() => view.choose({ queue: one.id })}>
        ${pick(one)} <b class="figure">${one.waiting.length}</b>${one.closed ? html`<small>${t('clinic.closed')}</small>` : ''}</button>`)}</div>
    <label class="field room">${t('clinic.room')}<select @change=${(e) => view.choose({ room: e.target.value })} .value=${room}>
      ${page.rules.rooms.map((one) => html`<option value=${one.id} ?selected=${one.id === room}>${pick(one)}</option>`)}</select></label>
  </div>`;
}

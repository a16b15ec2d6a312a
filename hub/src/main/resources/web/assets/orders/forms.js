import { html } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { store } from '/assets/store.js';
import { mealId } from '/assets/parts/canteen.js';
import { t } from '/assets/words.js';
import { tomorrow } from '/assets/orders/day.js';

const WAYS = ['deliver', 'collect', 'dine-in'];
const DIETS = ['soft', 'low-salt', 'diabetic'];
const SOURCES = ['call', 'family', 'visit', 'desk'];
const WEEK = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS = [1, 2, 3, 4, 5];
const REASONS = ['hospital', 'family', 'travel'];

/** A new order: standing, or for one day. */
export function orderForm(view, late) {
  const submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    const once = form.once.value === 'once';
    const from = form.from.value;
    const body = {
      person: view.person,
      meal: form.meal.value,
      way: form.way.value,
      diets: checked(form, 'diet'),
      weekdays: once ? WEEK : checked(form, 'weekday').map(Number),
      from,
      ...(once ? { until: tomorrow(from) } : form.last.value ? { until: tomorrow(form.last.value) } : {}),
      source: form.source.value,
      note: form.note.value.trim(),
    };
    if (await late.change(event.submitter, '', body, t('orders.placed', { name: view.name }))) form.reset();
  };
  const meals = store.snapshot.meals ?? [];
  return html`<form class="order-form" @submit=${submit}><h3>${t('orders.new')}</h3>
    ${choice('once', ['standing', 'once'], (id) => t(`orders.once.${id}`), 'standing')}
    ${choice('meal', meals.map(mealId), (id) => pick(meals.find((meal) => mealId(meal) === id).period), meals.map(mealId).includes('lunch') ? 'lunch' : undefined)}
    ${choice('way', WAYS, (id) => t(`way.${id}`), 'deliver')}
    <fieldset class="weekdays"><legend>${t('orders.weekdays')}</legend>${WEEK.map((day) => html`<label><input type="checkbox" name="weekday" value=${day} ?checked=${WORKDAYS.includes(day)}>${t(`weekday.short.${day}`)}</label>`)}</fieldset>
    <fieldset class="ways-choice"><legend>${t('orders.diets')}</legend>${DIETS.map((diet) => html`<label><input type="checkbox" name="diet" value=${diet}>${t(`mark.${diet}`)}</label>`)}</fieldset>
    <div class="day-head"><label class="field"><span>${t('orders.first-day')}</span><input type="date" name="from" required min=${store.snapshot.day} value=${tomorrow(store.snapshot.day)}></label>
      <label class="field last-day"><span>${t('orders.last-day')}</span><input type="date" name="last" min=${store.snapshot.day}></label></div>
    ${choice('source', SOURCES, (id) => t(`orders.source.${id}`), 'call')}
    <label class="field"><span>${t('orders.note')}</span><input name="note" maxlength="80" placeholder=${t('orders.note.hint')}></label>
    <button class="button primary">${icon('check')}${t('orders.place')}</button></form>`;
}

/** Somebody is away. */
export function pauseForm(view, late) {
  const submit = async (event) => {
    event.preventDefault();
    const form = event.target;
    const until = form.until.value ? { until: form.until.value } : {};
    const body = { person: view.person, from: form.from.value, ...until, reason: form.reason.value.trim() };
    if (await late.change(event.submitter, '/pause', body, t('orders.paused', { name: view.name }))) form.reset();
  };
  const put = (event, id) => { event.target.closest('form').reason.value = t.in('zh', `orders.reason.${id}`); };
  return html`<form class="order-form pause-form" @submit=${submit}><h3>${t('orders.pause')}</h3><p class="muted">${t('orders.pause.hint')}</p>
    <div class="day-head"><label class="field"><span>${t('orders.first-day')}</span><input type="date" name="from" required value=${store.snapshot.day}></label>
      <label class="field"><span>${t('orders.back-on')}</span><input type="date" name="until" min=${store.snapshot.day}></label></div>
    <div class="chips">${REASONS.map((id) => html`<button type="button" class="chip" @click=${(e) => put(e, id)}>${t(`orders.reason.${id}`)}</button>`)}</div>
    <label class="field"><span>${t('orders.reason')}</span><input name="reason" required maxlength="80"></label>
    <button class="button">${icon('clock')}${t('orders.pause.do')}</button></form>`;
}

function choice(name, ids, words, chosen) {
  return html`<fieldset class="ways-choice"><legend>${t(`orders.${name}`)}</legend>${ids.map((id, index) => html`<label><input type="radio" name=${name} value=${id} ?checked=${chosen ? id === chosen : index === 0}>${words(id)}</label>`)}</fieldset>`;
}

const checked = (form, name) => [...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value);

import { html } from 'lit';
import { icon } from '/shared/icons.js';
import { t } from '/assets/words.js';

const DAYS = ['1', '2', '3', '4', '5', '6', '7'];
const IDS = ['breakfast', 'lunch', 'dinner', 'supper'];
export const MAX_MEALS = 8;

/** A new period under an identifier that is free. */
export function newPeriod(meals) {
  const used = new Set(meals.map((meal) => meal.id));
  const id = IDS.find((one) => !used.has(one)) ?? `meal-${meals.length + 1}`;
  return { id, zh: '', en: '', opens: '', closes: '', days: DAYS.join('') };
}

/** Rows of meal periods; `change` is told after each edit of a copy. */
export function periodRows(meals, change, weekly) {
  const edit = (index, values) => change(meals.map((meal, i) => (i === index ? { ...meal, ...values } : meal)));
  const field = (meal, index, name, type, label) => html`<label class="field">${label}<input type=${type} required maxlength="40" .value=${meal[name]} @change=${(event) => edit(index, { [name]: event.target.value.trim() })}></label>`;
  return html`<ul class="periods">${meals.map((meal, index) => html`<li>
    ${field(meal, index, 'zh', 'text', t('meals.week.name'))}${field(meal, index, 'en', 'text', t('meals.week.name.en'))}
    ${field(meal, index, 'opens', 'time', t('meals.week.opens'))}${field(meal, index, 'closes', 'time', t('meals.week.closes'))}
    ${weekly ? html`<fieldset class="weekdays"><legend>${t('meals.week.days')}</legend>${DAYS.map((day) => html`<label><input type="checkbox" .checked=${meal.days.includes(day)} @change=${(event) => edit(index, { days: toggled(meal.days, day, event.target.checked) })}><span>${t(`weekday.short.${day}`)}</span></label>`)}</fieldset>` : ''}
    <button type="button" class="button quiet" @click=${() => change(meals.filter((_, i) => i !== index))} aria-label=${t('meals.week.remove', { name: meal.zh })}>${icon('close')}</button></li>`)}</ul>`;
}

const toggled = (days, day, on) => DAYS.filter((one) => (one === day ? on : days.includes(one))).join('');

import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { date, day, number, seconds } from '/shared/format.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { refine, route, to } from '/assets/route.js';
import { t, named } from '/assets/words.js';
import { View } from '/assets/view.js';
import { outcome } from '/assets/parts/latest.js';

const DAY_MS = 86_400_000;
const DAYS = 30;
const KINDS = ['meal', 'session', 'clinic', 'visit'];
const COUNTS = [10, 20, 50, 100];
const FLAGS = ['deceased', 'dead-card', 'two-places', 'twice', 'outside-hours', 'more-than-cooked'];

/** An event's own address, on its day. */
const eventLink = (row) => to('events', { day: day(row.at), device: row.event.split('/')[0], open: row.event });

/**
 * `<jin-audit>`: what a district looks for, each opening to its events, and a sample by a seed that
 * stands in the address and on the paper: the same address draws the same events again.
 */
class JinAudit extends View {
  #asked = '';
  #report = null;
  #sample = null;
  #drawn = '';
  #problem = null;

  #days() {
    const { params } = route();
    const today = store.now();
    return { from: params.get('from') || day(today - DAYS * DAY_MS), until: params.get('until') || day(today) };
  }

  #set(more) {
    refine('audit', { ...Object.fromEntries(route().params), ...more });
  }

  willUpdate() {
    const { params } = route();
    const days = this.#days();
    const asked = JSON.stringify(days);
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#report = null;
      this.#ask('/api/audit', days, (report) => (this.#report = report));
    }
    const wanted = params.get('seed') ? JSON.stringify({ ...days, seed: params.get('seed'), kind: params.get('kind') || '', count: params.get('count') || '20' }) : '';
    if (wanted !== this.#drawn) {
      this.#drawn = wanted;
      this.#sample = null;
      if (wanted) this.#ask('/api/audit/sample', JSON.parse(wanted), (sample) => (this.#sample = sample));
    }
  }

  async #ask(path, values, use) {
    const asked = this.#asked;
    try {
      const answer = await store.api.get(path, Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')));
      if (asked !== this.#asked) return;
      use(answer);
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  /** A seed that nobody chose: the hub draws it, and the address keeps it. */
  async #draw(event) {
    event.preventDefault();
    const form = event.target;
    const chosen = { kind: form.kind.value, count: form.count.value };
    let seed = form.seed.value.trim();
    if (!seed) {
      try {
        ({ seed } = await store.api.get('/api/audit/sample', { ...this.#days(), count: 1 }));
      } catch (problem) {
        this.#problem = problem;
        return this.requestUpdate();
      }
    }
    this.#drawn = '';
    this.#set({ ...chosen, seed });
  }

  render() {
    const days = this.#days();
    return html`<div class="audit">
      <header class="print-only"><h2>${pick(store.snapshot.site)} · ${t('audit.paper')}</h2></header>
      <form class="filters no-print" aria-label=${t('audit.days')} @submit=${(e) => e.preventDefault()}>
        ${['from', 'until'].map((name) => html`<label class="filter"><span>${t(`audit.${name}`)}</span>
          <input type="date" name=${name} max=${store.snapshot.day} .value=${days[name]} @change=${(e) => e.target.value && this.#set({ [name]: e.target.value })}></label>`)}
        <button type="button" class="button" @click=${() => print()}>${icon('export')}${t('settlement.print')}</button>
      </form>
      ${this.#problem ? html`<p class="form-problem" role="alert">${icon('alert')}${explain(this.#problem)}</p>` : nothing}
      <section class="panel"><h2>${t('audit.flags', { from: date(days.from), until: date(days.until) })}</h2>
        <p class="muted">${t('audit.flags.hint')}</p>${this.#flags()}</section>
      <section class="panel"><h2>${t('audit.sample')}</h2><p class="muted">${t('audit.sample.hint')}</p>${this.#form()}${this.#drawnRows()}</section>
      <p class="print-only">${t('audit.printed', { by: store.session.account, when: `${date(store.now())} ${seconds(store.now())}` })}</p>
    </div>`;
  }

  #flags() {
    if (!this.#report) return this.#problem ? nothing : html`<p class="empty whole" role="status">${t('loading')}</p>`;
    const { counts, findings } = this.#report;
    const chosen = route().params.get('flag') ?? '';
    const shown = findings.filter((one) => !chosen || one.flag === chosen);
    return html`<div class="audit-flags" role="group" aria-label=${t('audit.which')}>${FLAGS.map((flag) => html`
        <button class="button" aria-pressed=${flag === chosen} @click=${() => this.#set({ flag: flag === chosen ? '' : flag })}>${t(`flag.${flag}`)} <b class="figure">${number(counts[flag] ?? 0)}</b></button>`)}</div>
      ${shown.length === 0 ? html`<p class="empty">${icon('check')}${t('audit.none')}</p>` : html`<ul class="audit-findings">${shown.map((one) => this.#finding(one))}</ul>`}`;
  }

  #finding(one) {
    const [last] = one.events.slice(-1);
    const key = one.detail === 'closed' ? `flag.${one.flag}.closed` : `flag.${one.flag}.detail`;
    const who = one.flag === 'more-than-cooked' ? pick(last.occasionLabel) : (last.name ?? t('audit.nobody'));
    return html`<li data-flag=${one.flag}><p><strong>${t(`flag.${one.flag}`)}</strong> <time>${date(one.at)} ${seconds(one.at)}</time> ${who}
        <span class="muted">${t(key, { detail: /^\d{4}-/.test(one.detail) ? date(one.detail) : one.detail })}</span></p>
      <ul>${one.events.map((row) => html`<li><a href=${eventLink(row)}>${seconds(row.at)} ${pick(row.place)}${row.occasionLabel ? ` · ${pick(row.occasionLabel)}` : ''} · ${row.event.split('/')[0]}</a> ${outcome(row)}${row.counted || row.type === 'stock' ? nothing : html` <small>${t('audit.not-counted')}</small>`}</li>`)}</ul></li>`;
  }

  #form() {
    const { params } = route();
    return html`<form class="pay no-print" @submit=${(e) => this.#draw(e)}>
      <label class="field"><span>${t('audit.kind')}</span><select name="kind"><option value="">${t('filter.all')}</option>
        ${KINDS.map((kind) => html`<option value=${kind} ?selected=${params.get('kind') === kind}>${t(`audit.kind.${kind}`)}</option>`)}</select></label>
      <label class="field"><span>${t('audit.count')}</span><select name="count">${COUNTS.map((n) => html`<option value=${n} ?selected=${(params.get('count') || '20') === String(n)}>${n}</option>`)}</select></label>
      <label class="field"><span>${t('audit.seed')}</span><input name="seed" maxlength="40" pattern="[0-9A-Za-z\\-]*" autocomplete="off" placeholder=${t('audit.seed.new')}></label>
      <button class="button primary" data-test="draw">${icon('repeat')}${t('audit.draw')}</button></form>`;
  }

  #drawnRows() {
    if (!this.#drawn) return nothing;
    if (!this.#sample) return this.#problem ? nothing : html`<p class="empty" role="status">${t('loading')}</p>`;
    const { seed, population, drawn } = this.#sample;
    return html`<p class="audit-seed">${t('audit.drawn', { n: number(drawn.length), population: number(population) })} <b>${t('audit.seed')} <code data-test="seed">${seed}</code></b></p>
      ${drawn.length === 0 ? html`<p class="empty">${t('audit.nothing')}</p>` : html`<div class="table-scroll" tabindex="0" role="region" aria-label=${t('audit.sample')}><table class="table audit-sample">
        <thead><tr>${['n', 'at', 'name', 'what', 'event', 'others', 'checked'].map((one) => html`<th scope="col">${t(`audit.column.${one}`)}</th>`)}</tr></thead>
        <tbody>${drawn.map((one, i) => this.#drawnRow(one, i))}</tbody></table></div>`}`;
  }

  #drawnRow({ event, digest, others }, i) {
    return html`<tr data-drawn=${event.event}><td>${i + 1}</td><td>${date(event.at)} ${seconds(event.at)}</td><td>${event.name ?? t('audit.nobody')}</td>
      <td>${pick(event.place)}${event.occasionLabel ? ` · ${pick(event.occasionLabel)}` : ''}${event.way ? ` · ${named('way', event.way)}` : ''}</td>
      <td><a href=${eventLink(event)}>${event.event}</a><br><small class="muted">${digest.slice(0, 16)}</small></td>
      <td>${others.length === 0 ? '–' : others.map((row) => html`<a href=${eventLink(row)}>${seconds(row.at)} ${row.outcome ? t(`outcome.${row.outcome}`) : named('type', row.type)}</a><br>`)}</td>
      <td class="audit-box" aria-hidden="true">☐</td></tr>`;
  }
}

customElements.define('jin-audit', JinAudit);

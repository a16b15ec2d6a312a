import { html } from 'lit';
import { icon } from '/shared/icons.js';
import { pick } from '/shared/i18n.js';
import { date, day, seconds } from '/shared/format.js';
import { store } from '/assets/store.js';
import { explain } from '/assets/act.js';
import { to } from '/assets/route.js';
import { t, named } from '/assets/words.js';
import { View } from '/assets/view.js';

/** `<jin-review>`: what could not be tallied, and why. Asks again when the number changes. */
class JinReview extends View {
  #rows = null;
  #problem = null;
  #seen = -1;

  willUpdate() {
    const count = store.snapshot.review ?? 0;
    if (count === this.#seen) return;
    this.#seen = count;
    this.#fetch();
  }

  async #fetch() {
    try {
      this.#rows = (await store.api.get('/api/review')).rows;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  render() {
    return html`<section class="panel"><p class="muted">${t('review.hint')}</p>${this.#list()}</section>`;
  }

  #list() {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)} <button class="button small" @click=${() => this.#fetch()}>${t('again')}</button></p>`;
    if (!this.#rows) return html`<p class="empty" role="status">${t('loading')}</p>`;
    if (this.#rows.length === 0) return html`<p class="empty">${icon('check')}${t('review.empty')}</p>`;
    return html`<ul class="reviews">${this.#rows.map(
      (row) => html`<li><a href=${to('events', { day: row.at ? day(row.at) : '', device: row.event?.split('/')[0], open: row.event })}>
        <time>${row.at ? `${date(row.at)} ${seconds(row.at)}` : t('review.untimed')}</time>
        <strong>${named('reason', row.reason)}</strong><span>${pick(row.detail)}</span>${icon('right')}</a></li>`,
    )}</ul>`;
  }
}

customElements.define('jin-review', JinReview);

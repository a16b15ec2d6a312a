import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '/shared/icons.js';
import { store } from '/assets/store.js';
import { act, explain } from '/assets/act.js';
import { route, to } from '/assets/route.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { cardRow } from '/assets/parts/card-actions.js';
import { personFile } from '/assets/parts/person-file.js';
import { cardSheet } from '/assets/parts/card-sheet.js';
import '/assets/parts/person-copy.js';

const WAIT_MS = 150;
const MAX_LENGTH = 40;

/**
 * `<jin-residents>`: finds a person, shows their cards, gives out, revokes and prints again. What is
 * searched for stays out of the address, which a browser keeps; the person's number is in it.
 */
class JinResidents extends View {
  #rows = null;
  #more = false;
  #asked = 0;
  #timer = 0;
  #person = null;
  #problem = null;
  #issued = null;

  connectedCallback() {
    super.connectedCallback();
    this.#open();
    // The hub reads its people with the first question: it may do so while somebody still types.
    if (store.mayAct) this.#search('');
    addEventListener('hashchange', this.#open);
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    removeEventListener('hashchange', this.#open);
    super.disconnectedCallback();
  }

  #open = async () => {
    const { page, params } = route();
    const id = page === 'residents' ? params.get('person') : null;
    if (!id) this.#person = null;
    else if (String(this.#person?.person.person) !== id) await this.#load(id);
    this.requestUpdate();
  };

  async #load(id) {
    try {
      this.#person = await store.api.get('/api/people', { person: id });
      this.#problem = null;
    } catch (problem) {
      this.#person = null;
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  /** The newest question wins, whichever answer comes last. */
  #type(event) {
    const text = event.target.value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(text), WAIT_MS);
  }

  async #search(text) {
    const asked = ++this.#asked;
    try {
      const { rows, more } = await store.api.post('/api/people/search', { text });
      if (asked !== this.#asked) return;
      this.#rows = text ? rows : null;
      this.#more = more;
      this.#problem = null;
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
  }

  updated() {
    const dialog = this.querySelector('.card-sheet');
    if (dialog && !dialog.open) dialog.showModal();
  }

  render() {
    if (!store.mayAct) return html`<p class="empty">${t('people.not-allowed')}</p>`;
    return html`<div class="residents ${this.#person ? 'has-person' : ''}">
      <section class="panel people-search">
        <label class="field">${t('people.search')}<input type="search" maxlength=${MAX_LENGTH} autocomplete="off" autocapitalize="none" spellcheck="false" @input=${this.#type} placeholder=${t('people.placeholder')}></label>
        <div aria-live="polite">${this.#found()}</div>
        <p class="people-more"><a href=${to('card-batches')}>${icon('card')}${t('people.batches')}</a> <a href=${to('import')}>${icon('export')}${t('people.import')}</a></p>
      </section>
      ${this.#person ? this.#detail(this.#person) : html`<p class="empty people-none">${t('people.none-chosen')}</p>`}
    </div>
    ${this.#issued ? cardSheet(this.#issued, this.#person.person, store.snapshot.site, () => this.#closeSheet()) : nothing}`;
  }

  #found() {
    if (this.#problem) return html`<p class="empty" role="alert">${icon('alert')}${explain(this.#problem)}</p>`;
    if (!this.#rows) return html`<p class="muted">${t('people.hint')}</p>`;
    if (this.#rows.length === 0) return html`<p class="empty">${t('people.nobody')}</p>`;
    return html`<ul class="people">${this.#rows.map((row) => html`<li><a href=${to('residents', { person: row.person })} aria-current=${this.#person?.person.person === row.person ? 'true' : nothing}>
      <strong>${row.name}</strong><span>${t(`sex.${row.sex}`)} · ${t('people.age', { n: row.age, born: row.born })}</span>
      <span class="muted">${[row.address, row.phone].filter(Boolean).join(' · ') || t('people.no-address')}</span></a></li>`)}</ul>
      ${this.#more ? html`<p class="muted">${t('people.more', { n: this.#rows.length })}</p>` : nothing}`;
  }

  #detail({ person, cards }) {
    const works = cards.some((card) => card.revoked === null);
    return html`<section class="panel person" aria-labelledby="person-name">
      <header class="panel-head"><h2 id="person-name">${person.name}</h2><a class="button quiet small" href=${to('residents')} aria-label=${t('close')}>${icon('close')}</a></header>
      <dl class="facts">
        <div><dt>${t('people.born')}</dt><dd>${t(`sex.${person.sex}`)} · ${t('people.age', { n: person.age, born: person.born })}</dd></div>
        <div><dt>${t('people.phone')}</dt><dd>${person.phone ?? t('people.no-phone')}</dd></div>
        <div class="wide"><dt>${t('people.address')}</dt><dd>${person.address ?? t('people.no-address')}</dd></div>
      </dl>
      ${personFile(this.#person, this.#enter)}
      <h3>${t('card.title')}</h3>
      ${cards.length === 0 ? html`<p class="muted">${t('card.none')}</p>` : html`<ul class="held">${repeat(cards, (card) => card.ref, (card) => cardRow(card, person, { reprint: this.#reprint, revoke: this.#revoke }))}</ul>`}
      ${person.closed ? html`<p class="muted">${t('card.closed')}</p>` : works ? nothing : html`<button class="button primary" @click=${this.#issue}>${icon('card')}${t('card.issue')}</button>`}
      ${store.is('director') ? html`<jin-person-copy .person=${person.person}></jin-person-copy>` : nothing}
    </section>`;
  }

  #enter = async (event, person) => {
    event.preventDefault();
    const { state, day, known } = event.target;
    const body = { person: person.person, state: state.value, day: day.value, known: known.value };
    const details = event.target.closest('details');
    if (await act(event.submitter, () => store.api.post('/api/people/state', body), () => t('state.done'))) details.open = false;
    await this.#load(person.person);
  };

  #issue = (event) => this.#change(event.currentTarget, 'issue', { person: this.#person.person.person }, (done) => t('card.issued.done', { number: done.number }));

  #reprint = (event, card) => {
    event.preventDefault();
    return this.#change(event.submitter, 'reprint', { card: card.ref }, (done) => t('card.reprint.done', { number: done.number, old: card.number }));
  };

  #revoke = (event, card) => {
    event.preventDefault();
    const reason = event.target.reason.value.trim();
    return this.#change(event.submitter, 'revoke', { card: card.ref, reason }, () => t('card.revoke.done', { number: card.number }));
  };

  async #change(button, what, body, words) {
    await act(
      button,
      async () => {
        const done = await store.api.post(`/api/cards/${what}`, body);
        if (done.code) this.#issued = done;
        return done;
      },
      words,
    );
    await this.#load(this.#person.person.person);
  }

  #closeSheet() {
    this.#issued = null;
    this.requestUpdate();
  }
}

customElements.define('jin-residents', JinResidents);

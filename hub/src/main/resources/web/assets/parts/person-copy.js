import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { date, seconds } from '/shared/format.js';
import { store } from '/assets/store.js';
import { act } from '/assets/act.js';
import { t } from '/assets/words.js';
import { LONG_TIMEOUT_MS } from '/assets/api.js';
import { View } from '/assets/view.js';

/** `<jin-person-copy person=N>`: gives a person what the hub keeps of them; shows earlier receipts. */
class JinPersonCopy extends View {
  static properties = { person: { type: Number } };
  #rows = null;

  willUpdate(changed) {
    super.willUpdate?.(changed);
    if (!changed.has('person')) return;
    this.#rows = null;
    const details = this.querySelector('details');
    if (details) details.open = false;
  }

  #open = async (event) => {
    if (event.target.open && this.#rows === null) await this.#load();
  };

  async #load() {
    try {
      this.#rows = (await store.api.get('/api/people/copies', { person: this.person })).rows;
    } catch {
      this.#rows = null;
    }
    this.requestUpdate();
  }

  #make = async (event) => {
    event.preventDefault();
    const work = async () => {
      const done = await store.api.post('/api/people/copy', { person: this.person }, LONG_TIMEOUT_MS);
      save(done.name, done.zip);
      return done;
    };
    if (await act(event.submitter, work, (done) => t('copy.done', { id: done.receipt.id }))) await this.#load();
  };

  render() {
    return html`<details class="undo calm person-copy" @toggle=${this.#open}><summary>${icon('export')}${t('copy.title')}</summary>
      <form @submit=${this.#make}>
        <p class="muted">${t('copy.what')}</p>
        <p class="muted">${t('copy.programme')}</p>
        <button class="button primary">${icon('export')}${t('copy.do')}</button>
      </form>
      ${this.#rows?.length ? html`<h4>${t('copy.receipts')}</h4><ul class="states">${this.#rows.map((row) => html`<li>${date(row.at)} ${seconds(row.at).slice(0, 5)} · ${row.account} · ${t('copy.receipt', { id: row.id })}<br><span class="muted digest">SHA-256 ${row.digest}</span></li>`)}</ul>` : nothing}
    </details>`;
  }
}

function save(name, base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

customElements.define('jin-person-copy', JinPersonCopy);

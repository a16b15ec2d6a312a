import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { date, number, seconds } from '/shared/format.js';
import { meter } from '/shared/parts.js';
import { LONG_TIMEOUT_MS } from '/assets/api.js';
import { store } from '/assets/store.js';
import { act, explain } from '/assets/act.js';
import { to } from '/assets/route.js';
import { t } from '/assets/words.js';
import { View } from '/assets/view.js';
import { columnTable, verdict } from '/assets/parts/import-preview.js';

const POLL_MS = 400;

/**
 * `<jin-import>`: a list of residents comes in from a file: choose it, see what its columns are taken
 * for and what it would change, then change all of it or nothing. Below, what was imported before,
 * and its undo; above, the same list as a file to take out.
 */
class JinImport extends View {
  #preview = null;
  #chosen = [];
  #check = null;
  #skip = false;
  #busy = false;
  #problem = null;
  #list = null;
  #timer = 0;
  #asked = 0;

  connectedCallback() {
    super.connectedCallback();
    if (store.mayAct) this.#look();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  /** The list and how far an import is; again while one runs, also one that was begun elsewhere. */
  async #look() {
    clearTimeout(this.#timer);
    const running = this.#running();
    try {
      this.#list = await store.api.get('/api/imports');
      if (running && !this.#running()) this.#ended();
    } catch (problem) {
      this.#problem = problem;
    }
    this.requestUpdate();
    if (this.isConnected && this.#running()) this.#timer = setTimeout(() => this.#look(), POLL_MS);
  }

  #running() {
    return this.#list?.progress?.state === 'running';
  }

  #ended() {
    const { state, file } = this.#list.progress;
    store.say(t(state === 'done' ? 'import.ended' : 'import.failed', { file }), state === 'done' ? 'ok' : 'bad');
  }

  async #open(file) {
    if (!file || this.#busy) return;
    this.#busy = true;
    this.#preview = null;
    this.#check = null;
    this.#problem = null;
    this.requestUpdate();
    try {
      this.#preview = await store.api.upload('/api/imports/file', file);
      this.#chosen = this.#preview.columns.map((column) => column.field);
      this.#skip = false;
      await this.#look();
      await this.#recheck();
    } catch (problem) {
      this.#problem = problem;
    }
    this.#busy = false;
    this.requestUpdate();
  }

  /** The newest question wins. */
  async #recheck() {
    const asked = ++this.#asked;
    this.#check = null;
    this.#problem = null;
    this.requestUpdate();
    try {
      const check = await store.api.post('/api/imports/check', { draft: this.#preview.draft, columns: this.#chosen }, LONG_TIMEOUT_MS);
      if (asked === this.#asked) this.#check = check;
    } catch (problem) {
      if (asked === this.#asked) this.#problem = problem;
    }
    this.requestUpdate();
  }

  /** A field goes to one column: where it was before, it is taken away. */
  #choose(index, field) {
    this.#chosen = this.#chosen.map((old, i) => (i === index ? field : old === field ? null : old));
    this.#recheck();
  }

  async #begin(event) {
    const body = { draft: this.#preview.draft, columns: this.#chosen, skip: this.#skip };
    const begun = await act(event.currentTarget, () => store.api.post('/api/imports/begin', body, LONG_TIMEOUT_MS), () => t('import.begun'));
    if (!begun) return;
    this.#preview = null;
    this.#check = null;
    await this.#look();
    if (!this.#running()) this.#ended();
  }

  async #undo(event, one) {
    event.preventDefault();
    const details = event.target.closest('details');
    if (await act(event.submitter, () => store.api.post('/api/imports/undo', { import: one.id }, LONG_TIMEOUT_MS), () => t('import.undo.begun'))) details.open = false;
    await this.#look();
  }

  render() {
    if (!store.mayAct) return html`<p class="empty">${t('people.not-allowed')}</p>`;
    return html`<div class="import">
      <p><a class="back" href=${to('residents')}>${t('import.back')}</a></p>
      ${this.#progress()}
      <section class="panel" aria-labelledby="import-title"><h2 id="import-title">${t('import.title')}</h2>${this.#file()}
        ${this.#problem ? html`<p class="import-problem" role="alert">${icon('alert')}${explain(this.#problem)}</p>` : nothing}
        ${this.#preview ? this.#draft() : nothing}</section>
      <section class="panel" aria-labelledby="export-title"><h2 id="export-title">${t('import.export')}</h2><p class="muted">${t('import.export.hint')}</p>
        <p class="import-out">${['xlsx', 'csv'].map((format) => html`<a class="button" href=${`/api/people/export?format=${format}`} download>${icon('export')}${t(`import.export.${format}`)}</a>`)}</p></section>
      <section class="panel" aria-labelledby="imports-title"><h2 id="imports-title">${t('import.past')}</h2>${this.#past()}</section>
    </div>`;
  }

  #progress() {
    if (!this.#running()) return nothing;
    const { file, done, total } = this.#list.progress;
    return html`<section class="panel import-progress" role="status"><p>${t('import.running', { file, done: number(done), total: number(total) })}</p>${meter(done, total)}</section>`;
  }

  #file() {
    return html`<p class="muted">${t('import.hint')}</p>
      <label class="import-drop ${this.#busy ? 'busy' : ''}" @dragover=${(e) => e.preventDefault()} @drop=${(e) => { e.preventDefault(); this.#open(e.dataTransfer.files[0]); }}>
        <input type="file" accept=".xlsx,.csv,.txt" ?disabled=${this.#busy} @change=${(e) => { this.#open(e.target.files[0]); e.target.value = ''; }}>
        <strong>${this.#busy ? t('import.reading') : t('import.choose')}</strong><span class="muted">${t('import.kinds')}</span>
      </label>`;
  }

  #draft() {
    const { file, sheet, encoding, otherSheets, headerLine, lines } = this.#preview;
    const about = [sheet && t('import.sheet', { sheet }), encoding && t('import.encoding', { encoding }), t('import.header-line', { n: headerLine }), t('import.lines', { n: number(lines) })];
    return html`<h3>${file}</h3><p class="muted">${about.filter(Boolean).join(' · ')}</p>
      ${otherSheets.length > 0 ? html`<p class="import-note">${icon('info')}${t('import.other-sheets', { names: otherSheets.join('、') })}</p>` : nothing}
      ${columnTable(this.#preview, this.#chosen, (index, field) => this.#choose(index, field))}
      ${this.#check ? verdict(this.#check, file) : this.#problem ? nothing : html`<p class="muted" role="status">${t('import.checking')}</p>`}
      ${this.#check ? this.#decide() : nothing}`;
  }

  #decide() {
    const { created, changed, failedLines } = this.#check;
    const nothingToDo = created + changed === 0;
    return html`<div class="import-decide">
      ${failedLines > 0 && !nothingToDo ? html`<label class="import-skip"><input type="checkbox" .checked=${this.#skip} @change=${(e) => { this.#skip = e.target.checked; this.requestUpdate(); }}>${t('import.skip', { n: number(failedLines) })}</label>` : nothing}
      <button class="button primary" ?disabled=${nothingToDo || (failedLines > 0 && !this.#skip) || this.#running()} @click=${this.#begin}>${icon('check')}${t('import.begin', { n: number(created + changed) })}</button>
      ${nothingToDo ? html`<p class="muted">${t('import.nothing')}</p>` : failedLines > 0 && !this.#skip ? html`<p class="muted">${t('import.stopped')}</p>` : nothing}
    </div>`;
  }

  #past() {
    if (!this.#list) return html`<p class="muted" role="status">${t('loading')}</p>`;
    if (this.#list.imports.length === 0) return html`<p class="empty">${t('import.none')}</p>`;
    return html`<ul class="imports">${this.#list.imports.map((one) => html`<li>
      <p><strong>${one.file}</strong> <span class="muted">${when(one.at)} · ${one.account}</span></p>
      <p>${t('import.did', { created: number(one.created), changed: number(one.changed) })}</p>
      ${one.undone ? html`<p class="muted">${t('import.undone', { when: when(one.undone), account: one.undoneBy })}</p>` : html`<details class="undo"><summary>${icon('undo')}${t('import.undo')}</summary>
        <form @submit=${(event) => this.#undo(event, one)}><p>${t('import.undo.ask', { created: number(one.created), changed: number(one.changed) })}</p><button class="button danger">${icon('undo')}${t('import.undo.do')}</button></form></details>`}
    </li>`)}</ul>`;
  }
}

function when(at) {
  return `${date(at)} ${seconds(at).slice(0, 5)}`;
}

customElements.define('jin-import', JinImport);

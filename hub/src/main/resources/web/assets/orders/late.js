import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { store } from '/assets/store.js';
import { act } from '/assets/act.js';
import { t } from '/assets/words.js';

/**
 * Past the cut-off a change needs the kitchen's word: the same change is then offered once more,
 * with the question whether the kitchen agreed.
 */
export class Late {
  #asked = null;

  /** @param host the view to draw anew, @param changed told when something was changed */
  constructor(host, changed) {
    this.host = host;
    this.changed = changed;
  }

  /** Does it; `path` below /api/orders, `done` the words for success. */
  async change(button, path, body, done) {
    let late = null;
    const ok = await act(
      button,
      async () => {
        try {
          return await store.api.post(`/api/orders${path}`, body);
        } catch (problem) {
          if (problem.code === 'after-cut-off') late = { path, body, done };
          throw problem;
        }
      },
      () => done,
    );
    this.#asked = late;
    this.host.requestUpdate();
    if (late) this.host.updateComplete.then(() => this.host.querySelector('.late button')?.focus());
    if (ok) this.changed();
    return ok;
  }

  render() {
    if (!this.#asked) return nothing;
    const { path, body, done } = this.#asked;
    return html`<div class="late" role="alertdialog" aria-label=${t('orders.late')}>${icon('clock')}<p>${t('orders.late')}</p>
      <button class="button primary" @click=${(event) => this.change(event.currentTarget, path, { ...body, late: true }, done)}>${t('orders.late.agreed')}</button>
      <button class="button" @click=${() => { this.#asked = null; this.host.requestUpdate(); }}>${t('orders.late.leave')}</button></div>`;
  }
}

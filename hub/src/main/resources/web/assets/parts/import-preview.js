import { html, nothing } from 'lit';
import { icon } from '/shared/icons.js';
import { number } from '/shared/format.js';
import { pick } from '/shared/i18n.js';
import { download, toCsv } from '/assets/events/csv.js';
import { t } from '/assets/words.js';

/** The columns of a file, what each is taken for, and its first contents. */
export function columnTable({ columns, fields }, chosen, choose) {
  return html`<div class="table-scroll import-columns"><table class="table"><thead><tr><th scope="col"><span>${t('import.column')}</span></th><th scope="col"><span>${t('import.field')}</span></th><th scope="col"><span>${t('import.samples')}</span></th></tr></thead>
    <tbody>${columns.map((column, index) => html`<tr class=${chosen[index] ? '' : 'unused'}><td>${column.header || t('import.no-header')}</td>
      <td><select aria-label=${t('import.field.of', { column: column.header || index + 1 })} @change=${(e) => choose(index, e.target.value || null)}>
        <option value="" ?selected=${!chosen[index]}>${t('import.unused')}</option>
        ${fields.map((field) => html`<option value=${field.id} ?selected=${chosen[index] === field.id}>${t(`field.${field.id}`)}</option>`)}</select></td>
      <td class="muted">${column.samples.join(' · ')}</td></tr>`)}</tbody></table></div>`;
}

/** What the file would change, and line by line what is wrong with it. */
export function verdict(check, file) {
  const count = (key, n, tone = '') => html`<div class=${tone}><dt>${t(key)}</dt><dd class="figure">${number(n)}</dd></div>`;
  return html`<dl class="import-counts">${count('import.created', check.created)}${count('import.changed', check.changed)}${count('import.same', check.same)}${count('import.households', check.households)}
      ${count('import.warnings', check.warnings, check.warnings > 0 ? 'warn' : '')}${count('import.failed-lines', check.failedLines, check.failedLines > 0 ? 'bad' : '')}</dl>
    ${check.remarks.length === 0 ? html`<p class="all-well">${icon('check')}${t('import.well')}</p>` : remarks(check, file)}`;
}

function remarks(check, file) {
  return html`<div class="table-scroll import-remarks"><table class="table"><thead><tr><th scope="col"><span>${t('import.line')}</span></th><th scope="col"><span>${t('import.column')}</span></th><th scope="col"><span>${t('import.remark')}</span></th></tr></thead>
      <tbody>${check.remarks.map((remark) => html`<tr class=${remark.level}><td class="figure">${remark.line}</td><td>${remark.column}</td><td>${icon(remark.level === 'error' ? 'alert' : 'info')}<b>${t(`import.level.${remark.level}`)}</b> ${pick(remark)}</td></tr>`)}</tbody></table></div>
    <p class="muted">${check.warnings + check.failedLines > check.remarks.length ? t('import.first', { n: number(check.remarks.length) }) : nothing}
      <button class="button quiet small" @click=${() => save(check, file)}>${icon('export')}${t('import.save')}</button></p>`;
}

function save(check, file) {
  const head = [t('import.line'), t('import.column'), t('import.level'), t('import.remark')];
  const rows = check.remarks.map((remark) => [remark.line, remark.column, t(`import.level.${remark.level}`), pick(remark)]);
  download(`${file}-${t('import.report')}.csv`, toCsv(head, rows));
}

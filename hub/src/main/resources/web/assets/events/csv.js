/** A spreadsheet takes a text that starts like this for a formula; a quote before it stops that. */
const FORMULA = /^[=+\-@\t\r]/;

/** Comma-separated values with a byte order mark, so that spreadsheets read the Chinese. */
export function toCsv(head, rows) {
  const cell = (value) => {
    const text = FORMULA.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${[head, ...rows].map((row) => row.map((value) => cell(String(value))).join(',')).join('\r\n')}\r\n`;
}

/** Hands a text to the browser as a file. */
export function download(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

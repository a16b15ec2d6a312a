import { catalogue } from '/shared/i18n.js';
import { age } from '/shared/format.js';
import accountsEn from '/assets/accounts/en.js';
import accountsZh from '/assets/accounts/zh.js';
import attendanceEn from '/assets/attendance/en.js';
import attendanceZh from '/assets/attendance/zh.js';
import canteenEn from '/assets/canteen/en.js';
import canteenZh from '/assets/canteen/zh.js';
import en from '/assets/en.js';
import ordersEn from '/assets/orders/en.js';
import ordersZh from '/assets/orders/zh.js';
import zh from '/assets/zh.js';

/** The words of the staff console and the wall board. */
export const t = catalogue(
  { ...zh, ...accountsZh, ...attendanceZh, ...canteenZh, ...ordersZh },
  { ...en, ...accountsEn, ...attendanceEn, ...canteenEn, ...ordersEn },
);

/** 3 分钟前, of milliseconds. */
export function ago(ms) {
  const { key, n } = age(Math.max(0, ms));
  return t(key, { n });
}

/** The words for an identifier from the wire; one without words shows as it is. */
export function named(prefix, id) {
  const key = `${prefix}.${id}`;
  return t.has(key) ? t(key) : id;
}

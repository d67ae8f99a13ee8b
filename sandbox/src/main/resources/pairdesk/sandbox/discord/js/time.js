// Times as Discord writes them: in message headers and for <t:seconds:style>.

import {el} from "./dom.js";

const UNITS = [["year", 31557600], ["month", 2629800], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
const STYLES = {
  t: {timeStyle: "short"}, T: {timeStyle: "medium"}, d: {dateStyle: "short"}, D: {dateStyle: "long"},
  f: {dateStyle: "long", timeStyle: "short"}, F: {dateStyle: "full", timeStyle: "short"},
};
const relative = new Intl.RelativeTimeFormat("en", {numeric: "auto"});

function ago(date) {
  const seconds = Math.round((date.getTime() - Date.now()) / 1000);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  return relative.format(Math.trunc(seconds / size), unit);
}

/** <t:1700000000:R> as a chip; relative ones keep up with the clock. */
export function timestamp(seconds, style) {
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return document.createTextNode(`<t:${seconds}>`);
  const full = date.toLocaleString("en-GB", STYLES.F);
  if (style === "R") return el("time.chip", {title: full, dataset: {relative: date.getTime()}}, ago(date));
  return el("time.chip", {title: full}, date.toLocaleString("en-GB", STYLES[style] ?? STYLES.f));
}

export function refreshRelativeTimes() {
  document.querySelectorAll("[data-relative]").forEach((chip) => {
    chip.textContent = ago(new Date(Number(chip.dataset.relative)));
  });
}

/** "Today at 14:05", as beside a name. */
export function headerTime(iso) {
  const date = new Date(iso);
  const time = date.toLocaleTimeString("en-GB", {hour: "2-digit", minute: "2-digit"});
  const days = Math.round((startOfDay(new Date()) - startOfDay(date)) / 86400000);
  if (days === 0) return `Today at ${time}`;
  if (days === 1) return `Yesterday at ${time}`;
  return `${date.toLocaleDateString("en-GB")} ${time}`;
}

export function shortTime(iso) {
  return new Date(iso).toLocaleTimeString("en-GB", {hour: "2-digit", minute: "2-digit"});
}

function startOfDay(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
